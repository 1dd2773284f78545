import { hasPattern } from './Patterns';
import type { Shade } from './shade';

/** A sample of a shade. */
export function Swatch({ shade }: { shade: Shade }) {
  return (
    <svg class={`swatch-tile tile ${shade}`} viewBox="0 0 36 22" aria-hidden="true">
      <rect class="tile-box" x="1" y="1" width="34" height="20" rx="3" />
      {hasPattern(shade) && <path d="M3 3H33V19H3Z" fill={`url(#pattern-${shade})`} />}
    </svg>
  );
}
