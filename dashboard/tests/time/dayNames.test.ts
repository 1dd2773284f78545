import { expect, it } from 'vitest';
import { language } from '../../src/settings/language';
import { monthName, weekdayNames, wholeDay } from '../../src/time/dayNames';

it.each([
  ['vi', 'Thứ Hai, ngày 20 tháng 2 năm 2017', 'Tháng 2 năm 2017', 'T2', 'Chủ Nhật'],
  ['en', 'Monday 20 February 2017', 'February 2017', 'Mon', 'Sunday'],
] as const)('names days in %s', (chosen, whole, month, first, last) => {
  language.value = chosen;
  expect(wholeDay('2017-02-20')).toBe(whole);
  expect(monthName('2017-02-20')).toBe(month);
  expect(weekdayNames()[0]?.short).toBe(first);
  expect(weekdayNames()[6]?.full).toBe(last);
});
