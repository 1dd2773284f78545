import { language } from '../settings/language';

const zone = 'Asia/Ho_Chi_Minh';
const locale = () => (language.value === 'vi' ? 'vi-VN' : 'en-GB');

// Making one takes longer than what it does, and a table of figures asks for hundreds at once.
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()} ${options?.style} ${options?.signDisplay}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale(), options);
    formats.set(key, format);
  }
  return format;
}

/** A whole number: `10.599` in Vietnamese, `10,599` in English. */
export function number(value: number): string {
  return numberFormat().format(value);
}

/** A change with its sign: `+3`, `−2`, `0`. */
export function change(value: number): string {
  return numberFormat({ signDisplay: 'exceptZero' }).format(value).replace('-', '−');
}

/** A share of a whole, rounded down so that 100 % means all of it; `–` of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const share = Math.floor((part / whole) * 1000) / 1000;
  return numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A day, `2017-02-20` → `20/02/2017`. */
export function day(isoDay: string): string {
  const [year, month, date] = isoDay.split('-');
  return `${date}/${month}/${year}`;
}

/** An instant as the clock of Việt Nam has it: `15:04:05 20/02/2017`. */
export function instant(value: string | number | Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const [date, time] = parts.format(new Date(value)).split(', ');
  return `${time} ${date}`;
}

/** Today in Việt Nam, as `yyyy-mm-dd`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

/** The day `days` after (before, when negative) a day, as `yyyy-mm-dd`. */
export function addDays(isoDay: string, days: number): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
