import type { LedgerRow } from '../api/contract';
import { type StatedFigure, statedFigures } from '../units/stated';

/** A figure of a unit's own that became another one. */
export interface StatedChange {
  figure: StatedFigure;
  /** What it was; undefined: it had not been reported. */
  before: StatedFigure | undefined;
  effectiveOn: string;
  /** That of the report that states it. */
  sequence: number;
}

/** The changes that reports state, the newest first. A report that states what stands already changes nothing. */
export function statedChanges(standing: readonly LedgerRow[]): StatedChange[] {
  const now = new Map<string, StatedFigure>();
  const changes: StatedChange[] = [];
  for (const report of standing) {
    for (const figure of statedFigures(report)) {
      const key = `${figure.kind} ${figure.id}`;
      const before = now.get(key);
      if (before?.value === figure.value) continue;
      now.set(key, figure);
      changes.push({ figure, before, effectiveOn: report.effectiveOn, sequence: report.sequence });
    }
  }
  return changes.reverse();
}
