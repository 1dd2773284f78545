import { expect, it } from 'vitest';
import { dayAfterKey, monthGrid } from '../../src/time/monthGrid';

it('has the weeks of a month from Monday on', () => {
  const grid = monthGrid('2017-03-15');
  expect(grid.map((week) => week.map((day) => day?.slice(8) ?? '').join(' '))).toEqual([
    '  01 02 03 04 05',
    '06 07 08 09 10 11 12',
    '13 14 15 16 17 18 19',
    '20 21 22 23 24 25 26',
    '27 28 29 30 31  ',
  ]);
});

it.each([
  ['2021-02-01', 4],
  ['2017-07-01', 6],
])('has no week without a day: %s has %i', (month, weeks) => {
  expect(monthGrid(month)).toHaveLength(weeks);
});

it.each([
  ['ArrowLeft', false, '2017-02-28'],
  ['ArrowRight', false, '2017-03-02'],
  ['ArrowUp', false, '2017-02-22'],
  ['ArrowDown', false, '2017-03-08'],
  ['Home', false, '2017-02-27'],
  ['End', false, '2017-03-05'],
  ['PageUp', false, '2017-02-01'],
  ['PageDown', false, '2017-04-01'],
  ['PageUp', true, '2016-03-01'],
  ['PageDown', true, '2018-03-01'],
  ['Tab', false, undefined],
])('%s, with Shift: %s, leads from 1 March 2017 to %s', (key, isShifted, to) => {
  expect(dayAfterKey('2017-03-01', key, isShifted)).toBe(to);
});
