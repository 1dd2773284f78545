import type { Catalogue, HistoryPoint, RollUp } from '../api/contract';
import { models, partOf, type Subject } from './subject';

/** One line of a chart: its values are those of the days, in their order. */
export interface Line {
  name: 'complete' | 'total' | 'safe' | 'distinct' | 'sites' | 'groups';
  values: number[];
}

/** A history as lines over days. */
export interface Lines {
  days: string[];
  lines: Line[];
}

/** The points of a history as lines. `part`: those of the count that is part of the first; the days are the same. */
export function toLines(points: HistoryPoint[], part: HistoryPoint[] | undefined): Lines {
  const names = (['complete', 'total', 'distinct', 'sites', 'groups'] as const).filter(
    (name) => points[0]?.[name] !== undefined,
  );
  const lines: Line[] = names.map((name) => ({ name, values: points.map((point) => point[name] ?? 0) }));
  if (part !== undefined) lines.push({ name: 'safe', values: part.map((point) => point.total ?? 0) });
  return { days: points.map((point) => point.on), lines };
}

/** The figures of a subject in a roll-up, by the names that they have as lines. */
export function figuresNow(rollUp: RollUp, catalogue: Catalogue, subject: Subject): Partial<Record<string, number>> {
  const { indicator, level } = subject;
  if (indicator === models) return { ...rollUp.models };
  if (level === null) {
    const part = partOf(catalogue, indicator);
    return {
      total: rollUp.counts[indicator]?.total ?? 0,
      ...(part !== null && { safe: rollUp.counts[part]?.total ?? 0 }),
    };
  }
  const headline = rollUp.headlines.find((one) => one.indicator === indicator && one.level === level);
  return headline === undefined ? {} : { complete: headline.complete, total: headline.total };
}

/** The lines with their last point as it is now. */
export function withLast({ days, lines }: Lines, now: Partial<Record<string, number>>): Lines {
  return {
    days,
    lines: lines.map(({ name, values }) => ({
      name,
      values: [...values.slice(0, -1), now[name] ?? values.at(-1) ?? 0],
    })),
  };
}
