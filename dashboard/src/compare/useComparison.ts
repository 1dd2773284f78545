import type { RollUp } from '../api/contract';
import { type FigureDates, useQuery } from '../figures/dates';
import type { Answer } from '../figures/useAnswer';
import { useRollUp } from '../figures/useRollUp';
import { today } from '../format/format';
import { yearEarlier } from '../time/yearEarlier';

/** What the page's figures are compared with: the unit at another two dates. */
export interface Comparison {
  dates: FigureDates;
  before: Answer<RollUp>;
}

/** The unit at the dates `with` and `withKnownAt` of the page's address; without them, a year before the page's day. */
export function useComparison(code: string, dates: FigureDates): Comparison {
  const [values] = useQuery();
  const asOf = values.get('with') ?? yearEarlier(dates.asOf ?? today());
  const earlier = { asOf, knownAt: values.get('withKnownAt') ?? undefined };
  return { dates: earlier, before: useRollUp(code, earlier) };
}
