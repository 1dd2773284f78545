import { addMonths } from './days';

/** The same day of the year before; of 29 February, the 28th. */
export function yearEarlier(isoDay: string): string {
  return addMonths(isoDay, -12);
}
