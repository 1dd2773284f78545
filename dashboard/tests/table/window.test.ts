import { expect, it } from 'vitest';
import { longestWhole, windowOf } from '../../src/table/window';

const [height, screen] = [30, 900];

it('draws a short list whole', () => {
  expect(windowOf(longestWhole, height, 5000, screen)).toEqual({ first: 0, end: longestWhole, above: 0, below: 0 });
});

it.each([0, 29, 1000, 8000, 579 * height, 1e9])('covers the screen when scrolled to %d', (scrolled) => {
  const count = 579;
  const window = windowOf(count, height, scrolled, screen);
  const top = Math.min(scrolled, count * height);
  expect(window.above).toBeLessThanOrEqual(top);
  expect(count * height - window.below).toBeGreaterThanOrEqual(Math.min(top + screen, count * height));
  expect(window.above + (window.end - window.first) * height + window.below).toBe(count * height);
});

it('draws few rows of a long list', () => {
  const { first, end } = windowOf(10_000, height, 150_000, screen);
  expect(end - first).toBeLessThan(120);
});
