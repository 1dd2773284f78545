import type { RollUp, StateCounts } from '../api/contract';
import { tenthsOf } from '../format/format';
import type { Selection } from './useSelection';

/**
 * What a unit has to show for a selection: its own state, how many of the units below are complete or of things are
 * safe, or an amount. Undefined where the indicator does not apply.
 */
export type Reading =
  | { kind: 'state'; state: string }
  | { kind: 'share'; part: number; whole: number }
  | { kind: 'amount'; amount: number };

/**
 * Reads a selection out of a unit's roll-up.
 * @param completeState The state of the indicator that counts as complete; null for one that is not a status.
 * @param of The count that a selected count is part of; null for one that is not.
 */
export function readingOf(
  rollUp: RollUp,
  { indicator, level }: Selection,
  completeState: string | null,
  of: string | null,
): Reading | undefined {
  if (indicator === 'models') return { kind: 'amount', amount: rollUp.models.sites };
  if (indicator === 'reporting') return share(rollUp.reporting[level]?.reported, rollUp.reporting[level]?.total);
  const status = rollUp.statuses[indicator];
  if (status !== undefined && completeState !== null) {
    const below = status[level] as StateCounts | undefined;
    if (below !== undefined) return share(below[completeState], below.total);
    return { kind: 'state', state: status.own ?? 'unreported' };
  }
  const count = rollUp.counts[indicator];
  if (count === undefined) return undefined;
  return of === null ? { kind: 'amount', amount: count.total } : share(count.total, rollUp.counts[of]?.total);
}

/** An amount of a unit; null where nothing was ever reported, so that no zero is read that nobody said. */
export function reportedAmount(unit: RollUp, amount: number): number | null {
  return unit.lastReportedOn === null ? null : amount;
}

/** The figure of a reading: an amount, or a share in tenths of a per cent; null where there is none. */
export function figureOf(reading: Reading | undefined): number | null {
  if (reading?.kind === 'amount') return reading.amount;
  if (reading?.kind !== 'share' || reading.whole === 0) return null;
  return tenthsOf(reading.part, reading.whole);
}

function share(part: number | undefined, whole: number | undefined): Reading | undefined {
  return part === undefined || whole === undefined ? undefined : { kind: 'share', part, whole };
}
