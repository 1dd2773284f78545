import type { RollUp } from '../api/contract';

/** The units in one state; `state` null: they have not reported. */
export interface StateGroup {
  state: string | null;
  units: string[];
}

/** The names of the units that are not complete in an indicator, by state: those that have reported one come first. */
export function outstandingByState(children: readonly RollUp[], indicator: string, complete: string): StateGroup[] {
  const groups = new Map<string | null, string[]>();
  for (const child of children) {
    const state = child.statuses[indicator]?.own ?? null;
    if (state !== complete) groups.set(state, [...(groups.get(state) ?? []), child.name]);
  }
  return [...groups]
    .map(([state, units]) => ({ state, units }))
    .sort((one, other) => Number(one.state === null) - Number(other.state === null));
}
