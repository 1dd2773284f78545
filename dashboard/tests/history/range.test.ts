import { describe, expect, it } from 'vitest';
import { chooseStep, pointsOf, rangeFault } from '../../src/history/range';

describe('pointsOf', () => {
  it.each([
    ['2017-02-20', '2017-02-20', 'day', 1],
    ['2016-02-28', '2016-03-01', 'day', 3],
    ['2016-12-31', '2017-01-01', 'month', 2],
    ['2016-12-31', '2017-01-01', 'year', 2],
    ['2000-01-01', '2026-11-22', 'year', 27],
  ] as const)('%s to %s by %s has %i points', (from, to, step, points) => {
    expect(pointsOf({ from, to, step })).toBe(points);
  });
});

describe('chooseStep', () => {
  it.each([
    ['2017-01-01', '2017-02-20', 'day'],
    ['2016-02-20', '2017-02-20', 'month'],
    ['2000-01-01', '2026-11-22', 'year'],
  ] as const)('from %s to %s it is %s', (from, to, step) => {
    expect(chooseStep(from, to)).toBe(step);
  });
});

describe('rangeFault', () => {
  it('allows 1,000 points and no more', () => {
    expect(rangeFault({ from: '2017-01-01', to: '2019-09-27', step: 'day' })).toBeUndefined();
    expect(rangeFault({ from: '2017-01-01', to: '2019-09-28', step: 'day' })).toBe('long');
  });

  it('sees that a range runs backwards', () => {
    expect(rangeFault({ from: '2017-02-20', to: '2017-02-19', step: 'day' })).toBe('backwards');
  });
});
