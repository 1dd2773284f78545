import { language } from '../settings/language';

const zone = 'Asia/Ho_Chi_Minh';
// Making one of these costs more than a hundred uses of it.
const formats = { vi: formatsOf('vi-VN'), en: formatsOf('en-GB') };
const instants = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** A part of a whole. */
export interface Share {
  part: number;
  whole: number;
}

/** A whole number: `10.599` in Vietnamese, `10,599` in English. */
export function number(value: number): string {
  return formats[language.value].number.format(value);
}

/** A change with its sign: `+3`, `−2`, `0`. */
export function change(value: number): string {
  return formats[language.value].change.format(value).replace('-', '−');
}

/** A share of a whole, as `shareOf` rounds it: `76,2 %`; `–` of nothing. */
export function percent(part: number, whole: number): string {
  const share = shareOf(part, whole);
  return share === null ? '–' : percentage(share);
}

/** A share as a text: `0.762` → `76,2 %`. */
export function percentage(share: number): string {
  return formats[language.value].percent.format(share);
}

/**
 * A share of a whole in tenths of a per cent, half of one rounded up: `0.762`. Only all of it is 1, and only none of it 0; null of
 * nothing.
 */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : tenthsOf(part, whole) / 1000;
}

/** By how many percentage points a share has changed, as its two values are shown; null where one is of nothing. */
export function pointsBetween(before: Share, after: Share): number | null {
  if (before.whole === 0 || after.whole === 0) return null;
  return (tenthsOf(after.part, after.whole) - tenthsOf(before.part, before.whole)) / 10;
}

/** A change in percentage points, with its sign: `+1,5`. */
export function points(value: number): string {
  return formats[language.value].points.format(value).replace('-', '−');
}

/** A bound of a scale of shares: `0.25` → `25 %`. */
export function percentBound(share: number): string {
  return formats[language.value].percentBound.format(share);
}

/** A day, `2017-02-20` → `20/02/2017`. */
export function day(isoDay: string): string {
  const [year, month, date] = isoDay.split('-');
  return `${date}/${month}/${year}`;
}

/** An instant as the clock of Việt Nam has it: `15:04:05 20/02/2017`. */
export function instant(value: string | number | Date): string {
  const [date, time] = instants.format(new Date(value)).split(', ');
  return `${time} ${date}`;
}

/** Today in Việt Nam, as `yyyy-mm-dd`. */
export function today(): string {
  return days.format(new Date());
}

/** The day `days` after (before, when negative) a day, as `yyyy-mm-dd`. */
export function addDays(isoDay: string, days: number): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A share of a whole in tenths of a per cent, as a figure, 0 to 1000. Of nothing there is none. */
export function tenthsOf(part: number, whole: number): number {
  // In whole numbers, so that a half is one.
  const rounded = Math.floor((part * 2000 + whole) / (whole * 2));
  const tenths = part < whole ? Math.min(rounded, 999) : rounded;
  return part > 0 ? Math.max(tenths, 1) : 0;
}

function formatsOf(locale: string) {
  return {
    number: new Intl.NumberFormat(locale),
    change: new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    points: new Intl.NumberFormat(locale, {
      signDisplay: 'exceptZero',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
    percentBound: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  };
}
