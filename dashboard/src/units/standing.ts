import type { LedgerRow } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { type StatedFigure, statedFigures } from './stated';

/** A figure of a unit's own that stands, and the report that says it. */
export interface Standing extends StatedFigure {
  effectiveOn: string;
  /** The key that the report came with. */
  reporter: string;
}

/** The rows of a unit that were known. */
export function knownRows(rows: readonly LedgerRow[], { knownAt }: FigureDates): LedgerRow[] {
  return rows.filter((row) => knownAt === undefined || instantKey(row.recordedAt) <= instantKey(knownAt));
}

/**
 * The reports of a unit that stand at two dates, the one that wins last: by their day, and of one day by their order. What was taken back
 * does not stand, whatever the day of its withdrawal, where the withdrawal was known.
 */
export function standingReports(rows: readonly LedgerRow[], dates: FigureDates): LedgerRow[] {
  const { asOf } = dates;
  const known = knownRows(rows, dates);
  const withdrawn = new Set(known.map((row) => row.withdraws));
  return known
    .filter(
      (row) =>
        row.withdraws === null && !withdrawn.has(row.sequence) && (asOf === undefined || row.effectiveOn <= asOf),
    )
    .sort((one, other) => one.effectiveOn.localeCompare(other.effectiveOn) || one.sequence - other.sequence);
}

/** Of each figure what the last report says that states it. Models are not among them: the list of models has them. */
export function standingFigures(standing: readonly LedgerRow[]): Standing[] {
  const found = new Map<string, Standing>();
  for (const row of standing) {
    const { effectiveOn, reporter } = row;
    for (const figure of statedFigures(row))
      found.set(`${figure.kind} ${figure.id}`, { ...figure, effectiveOn, reporter });
  }
  return [...found.values()];
}

// Instants in one length, to the microsecond, so that their order is that of their letters.
function instantKey(instant: string): string {
  const [seconds, fraction = ''] = instant.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}`;
}
