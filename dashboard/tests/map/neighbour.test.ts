import { expect, it } from 'vitest';
import { of34, of63 } from '../../src/map/layout';
import { neighbour } from '../../src/map/neighbour';

it('goes to the tile straight ahead', () => {
  expect(neighbour(of63, '01', 'ArrowUp')).toBe('26');
  expect(neighbour(of63, '01', 'ArrowLeft')).toBe('17');
  expect(neighbour(of63, '48', 'ArrowLeft')).toBe('49');
});

it('goes to the side where nothing is straight ahead', () => {
  expect(neighbour(of63, '42', 'ArrowDown')).toBe('44');
});

it('stays at the edge, and at other keys', () => {
  expect(neighbour(of63, '48', 'ArrowRight')).toBeUndefined();
  expect(neighbour(of63, '01', 'Tab')).toBeUndefined();
  expect(neighbour(of63, '00', 'ArrowUp')).toBeUndefined();
});

it.each([
  ['63', of63],
  ['34', of34],
])('reaches every one of the %s from any other', (_, layout) => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  for (const start of layout.tiles.keys()) {
    const reached = new Set([start]);
    for (const code of reached) {
      for (const key of keys) {
        const next = neighbour(layout, code, key);
        if (next !== undefined) reached.add(next);
      }
    }
    expect(reached.size).toBe(layout.tiles.size);
  }
});
