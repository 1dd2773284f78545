import { expect, it } from 'vitest';
import { documentDay } from '../../src/print/documentDay';

it.each([
  ['2017-02-05', 'ngày 05 tháng 02 năm 2017'],
  ['2017-03-20', 'ngày 20 tháng 3 năm 2017'],
  ['2026-11-22', 'ngày 22 tháng 11 năm 2026'],
])('%s is %s', (isoDay, text) => {
  expect(documentDay(isoDay)).toBe(text);
});
