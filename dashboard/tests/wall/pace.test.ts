import { expect, it } from 'vitest';
import { paceOf } from '../../src/wall/pace';

it.each([
  [null, 15],
  ['soon', 15],
  ['30', 30],
  ['0', 5],
  ['99999', 600],
])('%s is %i seconds', (text, seconds) => {
  expect(paceOf(text)).toBe(seconds);
});
