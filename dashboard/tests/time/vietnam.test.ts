import { expect, it } from 'vitest';
import { toInstant, toLocal } from '../../src/time/vietnam';

it.each([
  ['2017-02-20T15:00:05', '2017-02-20T08:00:05Z'],
  ['2017-02-20T06:59', '2017-02-19T23:59:00Z'],
])('%s in Việt Nam is %s', (local, instant) => {
  expect(toInstant(local)).toBe(instant);
});

it('is undone by toLocal', () => {
  expect(toLocal(toInstant('2024-02-29T23:59:59'))).toBe('2024-02-29T23:59:59');
});

it('shows nothing for what is no instant', () => {
  expect(toLocal('yesterday')).toBe('');
});
