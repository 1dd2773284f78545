import { expect, it } from 'vitest';
import { periodOf } from '../../src/silent/period';

it('takes the days of the address', () => {
  expect(periodOf('2017-01-01', '2017-02-20', '2026-11-22')).toEqual({ from: '2017-01-01', to: '2017-02-20' });
});

it('has the last 30 days without them, and never a day to come', () => {
  const last30 = { from: '2026-10-24', to: '2026-11-22' };
  expect(periodOf(null, null, '2026-11-22')).toEqual(last30);
  expect(periodOf('nonsense', '2027-01-01', '2026-11-22')).toEqual(last30);
  expect(periodOf('2026-02-30', null, '2026-11-22')).toEqual(last30);
  expect(periodOf('2026-11-30', '2026-11-10', '2026-11-22')).toEqual({ from: '2026-11-10', to: '2026-11-10' });
});
