import { expect, it } from 'vitest';
import { toLines, withLast } from '../../src/history/lines';

it('puts a count and its part beside each other', () => {
  const whole = [
    { on: '2017-01-31', total: 10 },
    { on: '2017-02-20', total: 12 },
  ];
  const safe = [
    { on: '2017-01-31', total: 4 },
    { on: '2017-02-20', total: 5 },
  ];
  expect(toLines(whole, safe)).toEqual({
    days: ['2017-01-31', '2017-02-20'],
    lines: [
      { name: 'total', values: [10, 12] },
      { name: 'safe', values: [4, 5] },
    ],
  });
});

it('replaces the last point only', () => {
  const lines = toLines(
    [
      { on: '2017-01-31', complete: 60, total: 63 },
      { on: '2017-02-20', complete: 61, total: 63 },
    ],
    undefined,
  );
  expect(withLast(lines, { complete: 62, total: 63 }).lines).toEqual([
    { name: 'complete', values: [60, 62] },
    { name: 'total', values: [63, 63] },
  ]);
});

it('makes nothing of nothing', () => {
  expect(toLines([], undefined)).toEqual({ days: [], lines: [] });
});
