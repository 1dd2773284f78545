import type { Level, RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import type { Period } from '../time/period';
import { readOutstanding } from '../units/useOutstanding';

/** How many units of a level have reported in a range of days, of how many. */
export interface Reported {
  level: Level;
  reported: number;
  total: number;
}

/**
 * Counts who has reported in a range of days, level by level: those who have not are counted, by the same call that
 * names them, since it alone knows the page's two dates.
 */
export function readReported(
  rollUp: RollUp,
  period: Period,
  dates: FigureDates,
  signal: AbortSignal,
): Promise<Reported[]> {
  return Promise.all(
    Object.entries(rollUp.reporting).map(async ([level, { total }]) => {
      const selection = { indicator: 'reporting', level };
      const silent = await readOutstanding(rollUp.code, selection, dates, { limit: 1, ...period }, signal);
      return { level, reported: total - silent.total, total };
    }),
  );
}
