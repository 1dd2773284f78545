import type { LedgerRow } from '../api/contract';
import type { FigureDates } from '../figures/dates';

/** A figure of a unit's own that stands, and the report that says it. */
export interface Standing {
  /** The indicator, the name of what is declared, or of a model, of which the value is its sites. */
  id: string;
  kind: 'status' | 'count' | 'declared' | 'model';
  value: string | number;
  effectiveOn: string;
  /** The key that the report came with. */
  reporter: string;
}

/**
 * What stands of a unit's own reports at two dates: of each figure the report of the latest day, and of one day the latest report. What was
 * taken back does not stand, whatever the day of its withdrawal, where the withdrawal was known.
 */
export function standingFigures(rows: readonly LedgerRow[], dates: FigureDates): Standing[] {
  const { knownAt } = dates;
  const known = rows.filter((row) => knownAt === undefined || instantKey(row.recordedAt) <= instantKey(knownAt));
  const withdrawn = new Set(known.map((row) => row.withdraws));
  const standing = known.filter(
    (row) =>
      row.withdraws === null &&
      !withdrawn.has(row.sequence) &&
      (dates.asOf === undefined || row.effectiveOn <= dates.asOf),
  );
  standing.sort((one, other) =>
    one.effectiveOn === other.effectiveOn
      ? one.sequence - other.sequence
      : one.effectiveOn.localeCompare(other.effectiveOn),
  );
  const found = new Map<string, Standing>();
  for (const { statuses, counts, declared, models, effectiveOn, reporter } of standing) {
    for (const [kind, figures] of [
      ['status', statuses],
      ['count', counts],
      ['declared', declared],
    ] as const) {
      for (const [id, value] of Object.entries(figures))
        found.set(`${kind} ${id}`, { id, kind, value, effectiveOn, reporter });
    }
    for (const { name, sites } of models)
      found.set(`model ${nameKey(name)}`, { id: name, kind: 'model', value: sites, effectiveOn, reporter });
  }
  return [...found.values()].filter((one) => one.kind !== 'model' || one.value !== 0);
}

// Instants in one length, to the microsecond, so that their order is that of their letters.
function instantKey(instant: string): string {
  const [seconds, fraction = ''] = instant.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}`;
}

function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
