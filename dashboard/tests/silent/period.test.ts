import { expect, it } from 'vitest';
import { periodOf, presetPeriod } from '../../src/silent/period';

it('has the ranges of a day', () => {
  expect(presetPeriod('days30', '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  expect(presetPeriod('month', '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  expect(presetPeriod('quarter', '2026-12-31').from).toBe('2026-10-01');
  expect(presetPeriod('quarter', '2026-05-09').from).toBe('2026-04-01');
  expect(presetPeriod('year', '2026-05-09').from).toBe('2026-01-01');
});

it('takes the days of the address', () => {
  expect(periodOf('2017-01-01', '2017-02-20', '2026-11-22')).toEqual({ from: '2017-01-01', to: '2017-02-20' });
});

it('has the last 30 days without them, and never a day to come', () => {
  const last30 = { from: '2026-10-24', to: '2026-11-22' };
  expect(periodOf(null, null, '2026-11-22')).toEqual(last30);
  expect(periodOf('nonsense', '2027-01-01', '2026-11-22')).toEqual(last30);
  expect(periodOf('2026-11-30', '2026-11-10', '2026-11-22')).toEqual({ from: '2026-11-10', to: '2026-11-10' });
});
