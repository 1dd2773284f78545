import type { Shade } from './shade';

const patterned: Shade[] = ['class-2', 'class-3', 'class-4', 'tone-partial', 'tone-none', 'tone-unreported'];

/** Whether a shade has a pattern: the least and the most complete ones are plain, light and dark. */
export function hasPattern(shade: Shade): boolean {
  return patterned.includes(shade);
}

/** The patterns beside the colours of tiles: the more complete, the denser. They are named by their shades. */
export function Patterns() {
  return (
    <svg class="patterns" aria-hidden="true">
      <defs>
        {patterned.map((shade) => (
          <pattern key={shade} id={`pattern-${shade}`} width="10" height="10" patternUnits="userSpaceOnUse">
            <path class={`pattern ${shade}`} d={strokes[shade]} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

const dots = 'M5 5h0.01';
const slashes = 'M-2 12 12 -2M-2 2 2 -2M8 12 12 8';
const strokes: Partial<Record<Shade, string>> = {
  'class-2': dots,
  'class-3': slashes,
  'class-4': 'M0 0 10 10M10 0 0 10',
  'tone-partial': slashes,
  'tone-none': 'M5 0V10',
  'tone-unreported': dots,
};
