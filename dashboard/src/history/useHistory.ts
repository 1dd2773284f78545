import type { HistoryPoint } from '../api/contract';
import { call } from '../api/http';
import { isLive } from '../figures/dates';
import { type Answer, useAnswer } from '../figures/useAnswer';
import { today } from '../format/format';
import type { UnitView } from '../units/UnitFrame';
import { figuresNow, type Lines, toLines, withLast } from './lines';
import { type HistoryRange, rangeFault } from './range';
import { partOf, type Subject } from './subject';

/**
 * The history of a subject over a range. Live, its last point is the figure of this moment, and all of it is read
 * again when that figure changes.
 */
export function useHistory(view: UnitView, subject: Subject, range: HistoryRange): Answer<Lines> {
  const { rollUp, catalogue, dates } = view;
  const { indicator, level } = subject;
  const { from, to, step } = range;
  const now = figuresNow(rollUp, catalogue, subject);
  const endsNow = isLive(dates) && to === today();
  const { value, problem } = useAnswer(
    rangeFault(range) === undefined ? JSON.stringify([rollUp.code, subject, range, dates.knownAt]) : null,
    async (signal) => {
      const read = async (of: string) => {
        const query = { indicator: of, level: level ?? undefined, from, to, step, knownAt: dates.knownAt };
        return (await call<{ points: HistoryPoint[] }>(`/units/${rollUp.code}/history`, query, { signal })).points;
      };
      const part = level === null ? partOf(catalogue, indicator) : null;
      const [whole, safe] = await Promise.all([read(indicator), part === null ? undefined : read(part)]);
      return toLines(whole, safe);
    },
    endsNow ? JSON.stringify(now) : '',
  );
  return { value: value !== undefined && endsNow ? withLast(value, now) : value, problem };
}
