import { addDays } from '../format/format';
import { addMonths, monthOf, weekdayOf } from './days';

/** The weeks of a day's month, from Monday to Sunday; null stands for days of the months beside it. */
export function monthGrid(isoDay: string): (string | null)[][] {
  const first = monthOf(isoDay);
  const monday = addDays(first, -weekdayOf(first));
  const weeks = Math.ceil((weekdayOf(first) + daysOf(first)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = addDays(monday, week * 7 + weekday);
      return monthOf(day) === first ? day : null;
    }),
  );
}

/** Where a key leads from a day of a calendar; undefined: nowhere. */
export function dayAfterKey(isoDay: string, key: string, isShifted: boolean): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(isoDay, -1);
    case 'ArrowRight':
      return addDays(isoDay, 1);
    case 'ArrowUp':
      return addDays(isoDay, -7);
    case 'ArrowDown':
      return addDays(isoDay, 7);
    case 'Home':
      return addDays(isoDay, -weekdayOf(isoDay));
    case 'End':
      return addDays(isoDay, 6 - weekdayOf(isoDay));
    case 'PageUp':
      return addMonths(isoDay, isShifted ? -12 : -1);
    case 'PageDown':
      return addMonths(isoDay, isShifted ? 12 : 1);
    default:
      return undefined;
  }
}

function daysOf(first: string): number {
  return Number(addDays(addMonths(first, 1), -1).slice(8));
}
