import { expect, it } from 'vitest';
import { addMonths, isDay, weekdayOf, within } from '../../src/time/days';

it.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-03-31', -1, '2025-02-28'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

it('begins the week on Monday', () => {
  expect(['2017-02-20', '2017-02-26'].map(weekdayOf)).toEqual([0, 6]);
});

it('knows the days that there are', () => {
  expect(['2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1'].map(isDay)).toEqual([true, false, false, false]);
});

it('keeps a day between two others', () => {
  const kept = ['2016-01-01', '2017-06-01', '2018-01-01'].map((day) => within(day, '2017-01-01', '2017-12-31'));
  expect(kept).toEqual(['2017-01-01', '2017-06-01', '2017-12-31']);
});
