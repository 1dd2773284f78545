import { beforeEach, expect, it } from 'vitest';
import { isLost, noteLine, returns } from '../../src/api/line';

beforeEach(() => {
  noteLine(200);
  returns.value = 0;
});

it('is lost when a call has no answer, or only that of a proxy without a silo', () => {
  for (const status of [0, 502, 504]) {
    noteLine(status);
    expect(isLost.value).toBe(true);
  }
  noteLine(503);
  expect(isLost.value).toBe(false);
});

it('comes back once, however many calls are answered then', () => {
  for (const status of [0, 0, 200, 404, 200]) noteLine(status);
  expect(returns.value).toBe(1);

  noteLine(0);
  expect(returns.value).toBe(1);
});
