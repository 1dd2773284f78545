import { expect, it } from 'vitest';
import { amountScale, classOf, shareScale } from '../../src/map/classes';

it('puts shares into five classes, all of it into the last', () => {
  expect([0, 0.19, 0.2, 0.4, 0.6, 0.79, 0.8, 1].map((share) => classOf(share, shareScale))).toEqual([
    1, 1, 2, 3, 4, 4, 5, 5,
  ]);
});

it('has a scale of round figures that holds the greatest amount', () => {
  expect(amountScale([3, 424, 17]).starts).toEqual([0, 100, 200, 300, 400]);
  expect(amountScale([1000]).starts).toEqual([0, 200, 400, 600, 800]);
  expect(classOf(1000, amountScale([1000]))).toBe(5);
});

it('has classes of whole figures where amounts are small', () => {
  expect(amountScale([]).starts).toEqual([0, 1, 2, 3, 4]);
  expect(amountScale([2]).starts).toEqual([0, 1, 2, 3, 4]);
  expect(classOf(0, amountScale([0]))).toBe(1);
});
