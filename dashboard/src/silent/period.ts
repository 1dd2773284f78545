import { isDay } from '../time/days';
import { lastDays, type Period } from '../time/period';

/** The range that an address names, or the last 30 days; a range that ends before it begins is one day long. */
export function periodOf(from: string | null, to: string | null, today: string): Period {
  const last = to !== null && isDay(to) && to < today ? to : today;
  if (from === null || !isDay(from)) return lastDays(30, last);
  return { from: from < last ? from : last, to: last };
}
