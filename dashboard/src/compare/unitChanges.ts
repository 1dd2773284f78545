import type { RollUp } from '../api/contract';
import { pointsBetween } from '../format/format';
import type { Reading } from '../units/reading';

/** A unit below at two dates. */
export interface UnitChange {
  unit: RollUp;
  before: Reading | undefined;
  after: Reading | undefined;
  /** Whether the unit's own state became complete, is no longer complete, or changed otherwise. */
  kind: 'became' | 'fell' | 'other' | 'same';
  /** By how much an amount or a part changed; null for a state. */
  difference: number | null;
  /** By how many percentage points a share changed; null for what is none. */
  points: number | null;
}

/**
 * How the units of a list have changed, by code.
 * @param complete The state that counts as complete.
 */
export function unitChanges(
  before: readonly RollUp[],
  after: readonly RollUp[],
  read: (rollUp: RollUp) => Reading | undefined,
  complete: string | null,
): UnitChange[] {
  const earlier = new Map(before.map((rollUp) => [rollUp.code, rollUp]));
  return after.map((unit) => {
    const then = earlier.get(unit.code);
    const [was, is] = [then && read(then), read(unit)];
    const points = was?.kind === 'share' && is?.kind === 'share' ? pointsBetween(was, is) : null;
    return { unit, before: was, after: is, kind: kindOf(was, is, complete), difference: differenceOf(was, is), points };
  });
}

function kindOf(was: Reading | undefined, is: Reading | undefined, complete: string | null): UnitChange['kind'] {
  if (JSON.stringify(was) === JSON.stringify(is)) return 'same';
  const isComplete = (reading: Reading | undefined) => reading?.kind === 'state' && reading.state === complete;
  if (isComplete(is)) return 'became';
  return isComplete(was) ? 'fell' : 'other';
}

function differenceOf(was: Reading | undefined, is: Reading | undefined): number | null {
  const now = amountOf(is);
  const then = amountOf(was);
  return now === null || then === null ? null : now - then;
}

function amountOf(reading: Reading | undefined): number | null {
  if (reading?.kind === 'amount') return reading.amount;
  return reading?.kind === 'share' ? reading.part : null;
}
