import { serverNow } from '../api/clock';
import type { FigureDates } from '../figures/dates';
import { today } from '../format/format';

/** Both dates of a page, for good: what is not chosen is today and this second, so that the same figures come again. */
export function fixed(dates: FigureDates): { asOf: string; knownAt: string } {
  return { asOf: dates.asOf ?? today(), knownAt: dates.knownAt ?? serverNow() };
}
