import { addDays } from '../format/format';

/** Whether a text is a day that the calendar has, as `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** Which day of the week a day is: 0 is Monday, 6 is Sunday. */
export function weekdayOf(isoDay: string): number {
  return (new Date(`${isoDay}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The first day of a day's month. */
export function monthOf(isoDay: string): string {
  return `${isoDay.slice(0, 7)}-01`;
}

/** The same day of the month so many months later (before, when negative), or the last one of a month that is shorter. */
export function addMonths(isoDay: string, months: number): string {
  const [year, month, date] = isoDay.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A day, or the nearest one that lies between two others. Instants are bounded likewise. */
export function within(value: string, min: string, max: string): string {
  if (value > max) return max;
  return value < min ? min : value;
}
