import type { Headline, OutstandingUnit, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import { dateQuery, type FigureDates } from '../figures/dates';
import { type Answer, useAnswer } from '../figures/useAnswer';

/** A page of the units that are not complete, and how many there are in all. */
export type Outstanding = Page<OutstandingUnit> & { total: number };

/** The first `limit` units that are not complete in a headline; read again when that headline's states change. */
export function useOutstanding(
  rollUp: RollUp,
  headline: Headline,
  dates: FigureDates,
  limit: number,
): Answer<Outstanding> {
  const { indicator, level } = headline;
  return useAnswer(
    `${rollUp.code} ${indicator} ${level} ${dates.asOf} ${dates.knownAt} ${limit}`,
    (signal) =>
      call<Outstanding>(
        `/units/${rollUp.code}/outstanding`,
        { indicator, level, limit, ...dateQuery(dates) },
        { signal },
      ),
    JSON.stringify(rollUp.statuses[indicator]?.[level]),
  );
}
