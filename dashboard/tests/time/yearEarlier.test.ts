import { expect, it } from 'vitest';
import { yearEarlier } from '../../src/time/yearEarlier';

it.each([
  ['2017-02-20', '2016-02-20'],
  ['2024-02-29', '2023-02-28'],
  ['2025-02-28', '2024-02-28'],
])('a year before %s it was %s', (now, before) => {
  expect(yearEarlier(now)).toBe(before);
});
