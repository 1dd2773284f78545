import { useEffect } from 'preact/hooks';
import type { RollUp } from '../api/contract';
import { call } from '../api/http';
import { keep, rollUpOf } from '../cache/rollUps';
import { watch } from '../live/connection';
import { dateQuery, type FigureDates, isLive } from './dates';
import { type Answer, useAnswer } from './useAnswer';

/** A unit's roll-up at the page's dates: the live one, changing as reports arrive, or the one of those dates. */
export function useRollUp(code: string, dates: FigureDates): Answer<RollUp> {
  const live = isLive(dates);
  const read = useAnswer(`${code} ${dates.asOf} ${dates.knownAt}`, async (signal) => {
    const rollUp = await call<RollUp>(`/units/${code}`, dateQuery(dates), { signal });
    if (live) keep([rollUp]);
    return rollUp;
  });
  useEffect(() => (live ? watch([code]) : undefined), [code, live]);
  return live ? { value: rollUpOf(code).value, problem: read.problem } : read;
}
