import { describe, expect, it } from 'vitest';
import { classOf, limitsOf } from '../../src/map/classes';

/** How many figures each class has. */
function sizes(figures: readonly number[]): number[] {
  const limits = limitsOf(figures);
  const counts = new Map<number, number>();
  for (const figure of figures) counts.set(classOf(figure, limits), (counts.get(classOf(figure, limits)) ?? 0) + 1);
  return [...counts.entries()].sort(([left], [right]) => left - right).map(([, count]) => count);
}

describe('limitsOf', () => {
  it('makes five classes of one size, with round limits', () => {
    const figures = Array.from({ length: 60 }, (_, index) => index * 17);
    expect(sizes(figures)).toEqual([12, 12, 12, 12, 12]);
    expect(limitsOf(figures)).toEqual([200, 400, 600, 800]);
  });

  it('makes no class that is empty, however figures lie', () => {
    expect(sizes([...Array(62).fill(0), 5])).toEqual([62, 1]);
    expect(sizes([...Array(62).fill(1000), 984])).toEqual([1, 62]);
    expect(sizes([0, 0, 0, 3, 424, 17])).toEqual([3, 1, 1, 1]);
    // All of a share: 100 % begins a class of its own.
    expect(limitsOf([...Array(62).fill(1000), 984])).toEqual([1000]);
  });

  it('finds no limit between figures that are equal', () => {
    expect(limitsOf([7, 7, 7])).toEqual([]);
    expect(limitsOf([])).toEqual([]);
  });
});

describe('classOf', () => {
  it('spreads few classes from the lightest to the darkest', () => {
    expect([9, 10, 19, 20].map((figure) => classOf(figure, [10, 20]))).toEqual([1, 3, 3, 5]);
    expect([0, 1].map((figure) => classOf(figure, [1]))).toEqual([1, 5]);
  });

  it('tells nothing from something where all are equal', () => {
    expect([classOf(0, []), classOf(7, [])]).toEqual([1, 5]);
  });
});
