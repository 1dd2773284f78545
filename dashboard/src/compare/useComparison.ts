import type { RollUp } from '../api/contract';
import { type FigureDates, useQuery } from '../figures/dates';
import type { Answer } from '../figures/useAnswer';
import { useRollUp } from '../figures/useRollUp';
import { today } from '../format/format';
import type { DateNames } from '../time/readDates';
import { yearEarlier } from '../time/yearEarlier';

/** What the page's figures are compared with: the unit at another two dates. */
export interface Comparison {
  dates: FigureDates;
  before: Answer<RollUp>;
}

/** What the dates of the earlier figures are called in the page's address. */
export const otherDates: DateNames = { asOf: 'with', knownAt: 'withKnownAt' };

/** The unit at the other dates. */
export function useComparison(code: string, dates: FigureDates): Comparison {
  const other = useOtherDates(dates);
  return { dates: other, before: useRollUp(code, other) };
}

/** The other dates in the page's address; without them, a year before the page's day. */
export function useOtherDates(dates: FigureDates): FigureDates {
  const [values] = useQuery();
  return {
    asOf: values.get(otherDates.asOf) ?? yearEarlier(dates.asOf ?? today()),
    knownAt: values.get(otherDates.knownAt) ?? undefined,
  };
}
