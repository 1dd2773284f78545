import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deficiencies, distance, inGrey, type Light, lightOf, seenBy } from './vision';

const sheets = ['styles/base.css', 'map/map.css']
  .map((path) => readFileSync(join(import.meta.dirname, '../../src', path), 'utf8'))
  .join('\n');

/** A colour of the style sheets in both themes. */
function colours(name: string): { light: string; dark: string } {
  const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(sheets);
  if (found === null) throw new Error(`${name} is no colour of both themes`);
  return { light: found[1] as string, dark: found[2] as string };
}

// What one drawing tells apart by the colour of the whole tile. A unit that has not reported has the colour of the card.
const drawings = {
  states: { names: ['--complete', '--partial', '--none', '--card'], apart: 18 },
  classes: { names: [1, 2, 3, 4, 5].map((index) => `--class-${index}`), apart: 13 },
};

const eyes: Record<string, (light: Light) => Light> = {
  'as it is': (light) => light,
  grey: inGrey,
  ...Object.fromEntries(
    Object.keys(deficiencies).map((name) => [name, (light: Light) => seenBy(name as keyof typeof deficiencies, light)]),
  ),
};

describe.each(Object.entries(drawings))('the colours of %s', (_, { names, apart }) => {
  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    it.each(Object.entries(eyes))('are told apart: %s', (_eye, seen) => {
      const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));
      const alike = pairs
        .map(([one, other]) => ({
          pair: `${one} ${other}`,
          distance: distance(seen(lightOf(colours(one)[theme])), seen(lightOf(colours(other)[theme]))),
        }))
        .filter((pair) => pair.distance < apart);
      expect(alike).toEqual([]);
    });
  });
});

describe('the simulation', () => {
  it('knows nothing that is not there: grey stays grey to every eye', () => {
    for (const seen of Object.values(eyes))
      expect(distance(seen(lightOf('#808080')), lightOf('#808080'))).toBeLessThan(1);
  });

  it('finds red and green alike that are alike to who does not see red', () => {
    const [red, green] = [lightOf('#b3261e'), lightOf('#0b6e4f')];
    expect(distance(inGrey(red), inGrey(green))).toBeLessThan(5);
    expect(distance(red, green)).toBeGreaterThan(80);
  });
});
