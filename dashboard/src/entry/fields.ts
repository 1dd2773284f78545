import type { Catalogue, Indicator, Level } from '../api/contract';

/** A count, and those that are a part of it. */
export interface CountGroup {
  whole: Indicator;
  parts: Indicator[];
}

/** What a unit of a level reports: its statuses, and its counts with their parts. */
export function fieldsOf(catalogue: Catalogue, level: Level): { statuses: Indicator[]; counts: CountGroup[] } {
  const own = catalogue.indicators.filter((indicator) => indicator.levels.includes(level));
  const counts = own.filter((indicator) => indicator.type === 'count');
  const isWithin = (part: Indicator) => counts.some((whole) => whole.id === part.of);
  return {
    statuses: own.filter((indicator) => indicator.type === 'status'),
    counts: counts
      .filter((count) => !isWithin(count))
      .map((whole) => ({ whole, parts: counts.filter((part) => part.of === whole.id) })),
  };
}
