import { language } from '../settings/language';
import { t } from '../text/text';

const names = { vi: namesOf('vi-VN', 'narrow'), en: namesOf('en-GB', 'short') };
const monday = Date.UTC(2024, 0, 1);

/** A whole day in words: `Thứ Hai, ngày 20 tháng 2 năm 2017`. */
export function wholeDay(isoDay: string): string {
  return t('time.wholeDay', partsOf(isoDay));
}

/** The month of a day in words: `Tháng 2 năm 2017`. */
export function monthName(isoDay: string): string {
  return t('time.month', partsOf(isoDay));
}

/** The days of the week from Monday on, in short and in full: `T2`, `Thứ Hai`. */
export function weekdayNames(): { short: string; full: string }[] {
  const { weekday, short } = names[language.value];
  return Array.from({ length: 7 }, (_, day) => {
    const date = new Date(monday + day * 86_400_000);
    return { short: short.format(date), full: weekday.format(date) };
  });
}

function partsOf(isoDay: string) {
  const { weekday, month } = names[language.value];
  const date = new Date(isoDay);
  return {
    weekday: weekday.format(date),
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    monthName: month.format(date),
    year: date.getUTCFullYear(),
  };
}

function namesOf(locale: string, short: 'narrow' | 'short') {
  return {
    weekday: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }),
    short: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: short }),
    month: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }),
  };
}
