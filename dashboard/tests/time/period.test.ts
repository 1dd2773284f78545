import { expect, it } from 'vitest';
import { language } from '../../src/settings/language';
import { namedPeriods } from '../../src/time/period';

const told = (today: string) => namedPeriods(today).map(({ name, from, to }) => `${name}: ${from} ${to}`);

it('are this and the last of each kind, by the names that reports have', () => {
  expect(told('2026-11-22')).toEqual([
    '7 ngày qua: 2026-11-16 2026-11-22',
    '30 ngày qua: 2026-10-24 2026-11-22',
    'Tháng 11 năm 2026: 2026-11-01 2026-11-22',
    'Tháng 10 năm 2026: 2026-10-01 2026-10-31',
    'Quý IV năm 2026: 2026-10-01 2026-11-22',
    'Quý III năm 2026: 2026-07-01 2026-09-30',
    '6 tháng cuối năm 2026: 2026-07-01 2026-11-22',
    '6 tháng đầu năm 2026: 2026-01-01 2026-06-30',
    '9 tháng đầu năm 2026: 2026-01-01 2026-09-30',
    '9 tháng đầu năm 2025: 2025-01-01 2025-09-30',
    'Năm 2026: 2026-01-01 2026-11-22',
    'Năm 2025: 2025-01-01 2025-12-31',
  ]);
});

it('reach into the year before', () => {
  expect(told('2024-02-29')).toContain('Quý IV năm 2023: 2023-10-01 2023-12-31');
  expect(told('2024-02-29')).toContain('6 tháng cuối năm 2023: 2023-07-01 2023-12-31');
  expect(told('2024-03-31')).toContain('Tháng 2 năm 2024: 2024-02-01 2024-02-29');
});

it('have names in English', () => {
  language.value = 'en';
  expect(namedPeriods('2026-05-09').map(({ name }) => name)).toEqual([
    'Last 7 days',
    'Last 30 days',
    'May 2026',
    'April 2026',
    'Q2 2026',
    'Q1 2026',
    'First half of 2026',
    'Second half of 2025',
    'First nine months of 2026',
    'First nine months of 2025',
    'Year 2026',
    'Year 2025',
  ]);
});
