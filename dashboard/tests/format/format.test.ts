import { describe, expect, it } from 'vitest';
import { percent, points, pointsBetween } from '../../src/format/format';

describe('percent', () => {
  it.each([
    [48, 63, '76,2%'],
    [1, 8, '12,5%'],
    [1, 2000, '0,1%'],
    [5, 10_000, '0,1%'],
    [4, 10_599, '0,1%'],
    [0, 63, '0,0%'],
    [63, 63, '100,0%'],
    [10_598, 10_599, '99,9%'],
    [2, 3, '66,7%'],
    [1, 16, '6,3%'],
    [0, 0, '–'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percent(part, whole).replace(/\s/g, '')).toBe(text);
  });

  it('is never all while one is missing, nor none while one is there, and never cut', () => {
    for (let whole = 1; whole < 100; whole++)
      for (let part = 0; part <= whole; part++) {
        const tenths = Number(percent(part, whole).replace(/[^0-9]/g, ''));
        expect(tenths === 1000).toBe(part === whole);
        expect(tenths === 0).toBe(part === 0);
        expect(Math.abs(tenths - (part / whole) * 1000)).toBeLessThanOrEqual(part === 0 || part === whole ? 0 : 1);
      }
  });
});

describe('percentage points', () => {
  it.each([
    [{ part: 48, whole: 63 }, { part: 62, whole: 63 }, '+22,2'],
    [{ part: 1, whole: 9 }, { part: 0, whole: 9 }, '−11,1'],
    [{ part: 5, whole: 10 }, { part: 10, whole: 20 }, '0,0'],
  ])('lie between shares as they are shown', (before, after, text) => {
    expect(points(pointsBetween(before, after) ?? Number.NaN)).toBe(text);
  });

  it('are none where there is nothing to have a share of', () => {
    expect(pointsBetween({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
  });
});
