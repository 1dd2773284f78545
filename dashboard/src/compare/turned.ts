import type { OutstandingUnit } from '../api/contract';

/** The units that became complete between two dates, and those that are no longer. */
export interface Turned {
  became: OutstandingUnit[];
  fell: OutstandingUnit[];
}

/** Who has left a list of outstanding units, and who has come to it. */
export function turnedUnits(before: readonly OutstandingUnit[], after: readonly OutstandingUnit[]): Turned {
  const without = (units: readonly OutstandingUnit[], others: readonly OutstandingUnit[]) => {
    const codes = new Set(others.map((unit) => unit.code));
    return units.filter((unit) => !codes.has(unit.code));
  };
  return { became: without(before, after), fell: without(after, before) };
}
