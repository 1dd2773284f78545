import { describe, expect, it } from 'vitest';
import { step } from '../../src/search/step';

describe('the option that a key leads to', () => {
  it('is the next or the one before, round at the ends', () => {
    expect(step('ArrowDown', 0, 3)).toBe(1);
    expect(step('ArrowDown', 2, 3)).toBe(0);
    expect(step('ArrowUp', 0, 3)).toBe(2);
    expect(step('ArrowUp', 2, 3)).toBe(1);
  });

  it('is the first or the last when none is marked', () => {
    expect(step('ArrowDown', -1, 3)).toBe(0);
    expect(step('ArrowUp', -1, 3)).toBe(2);
  });

  it('is none without options and for other keys', () => {
    expect(step('ArrowDown', -1, 0)).toBeUndefined();
    expect(step('Home', 1, 3)).toBeUndefined();
  });
});
