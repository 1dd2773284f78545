import type { OutstandingUnit, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import { dateQuery, type FigureDates } from '../figures/dates';
import { type Answer, useAnswer } from '../figures/useAnswer';
import type { Selection } from './useSelection';

/** A page of the units that are not complete, and how many there are in all. */
export type Outstanding = Page<OutstandingUnit> & { total: number };

/** The first `limit` units that are not complete in a headline; read again when that headline's states change. */
export function useOutstanding(
  rollUp: RollUp,
  selection: Selection,
  dates: FigureDates,
  limit: number,
): Answer<Outstanding> {
  const { indicator, level } = selection;
  return useAnswer(
    `${rollUp.code} ${indicator} ${level} ${dates.asOf} ${dates.knownAt} ${limit}`,
    (signal) => readOutstanding(rollUp.code, selection, dates, { limit }, signal),
    outstandingVersion(rollUp, selection),
  );
}

/** A page of the units below a unit that are not complete in a status, or have not reported. */
export function readOutstanding(
  code: string,
  { indicator, level }: Selection,
  dates: FigureDates,
  query: { limit: number; cursor?: string | undefined; from?: string; to?: string },
  signal: AbortSignal,
): Promise<Outstanding> {
  return call(`/units/${code}/outstanding`, { indicator, level, ...query, ...dateQuery(dates) }, { signal });
}

/** Changes when the list of outstanding units does. */
export function outstandingVersion(rollUp: RollUp, { indicator, level }: Selection): string {
  const counted = indicator === 'reporting' ? rollUp.reporting[level] : rollUp.statuses[indicator]?.[level];
  return JSON.stringify(counted);
}

/** How many units are outstanding in a status at a level, or have not reported. */
export function outstandingIn(rollUp: RollUp, { indicator, level }: Selection): number {
  if (indicator === 'reporting') {
    const { reported, total } = rollUp.reporting[level] ?? { reported: 0, total: 0 };
    return total - reported;
  }
  const headline = rollUp.headlines.find((one) => one.indicator === indicator && one.level === level);
  return headline === undefined ? 0 : headline.total - headline.complete;
}
