import type { LedgerRow } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { type Standing, standingFigures, standingReports } from '../units/standing';

/** A figure of a unit's own at two dates, of which one may be without it. */
export interface OwnChange {
  /** What both sides are of. */
  figure: Standing;
  before: Standing | undefined;
  after: Standing | undefined;
}

/** What a unit itself had at two dates, by its reports. */
export function ownChanges(reports: readonly LedgerRow[], beforeDates: FigureDates, dates: FigureDates): OwnChange[] {
  const [before, after] = [beforeDates, dates].map((at) => figuresAt(reports, at)) as [Figures, Figures];
  return [...new Map([...after, ...before])].map(([key, figure]) => ({
    figure,
    before: before.get(key),
    after: after.get(key),
  }));
}

/** By how much an amount of a unit's own has changed; null for a state, and where one side is without it. */
export function ownDifference({ before, after }: OwnChange): number | null {
  if (typeof before?.value !== 'number' || typeof after?.value !== 'number') return null;
  return after.value - before.value;
}

type Figures = Map<string, Standing>;

function figuresAt(reports: readonly LedgerRow[], dates: FigureDates): Figures {
  return new Map(standingFigures(standingReports(reports, dates)).map((one) => [`${one.kind} ${one.id}`, one]));
}
