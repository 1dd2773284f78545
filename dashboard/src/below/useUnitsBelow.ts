import type { RollUp } from '../api/contract';
import { useCalmList } from '../figures/useCalmList';
import { useChildren } from '../figures/useChildren';
import type { UnitView } from '../units/UnitFrame';
import { useListedLevel } from './LevelChooser';

/** The units below a unit, as far as they have been read. */
export interface UnitsBelow {
  /** Those directly below, which the map has. */
  children: readonly RollUp[] | undefined;
  /** Those that the table has: at the level that the page's address asks for. */
  listed: readonly RollUp[] | undefined;
  problem: unknown;
}

/** Reads the units below a unit. */
export function useUnitsBelow({ rollUp, dates }: UnitView): UnitsBelow {
  const level = useListedLevel(rollUp);
  const direct = useChildren(rollUp, undefined, dates);
  const further = useChildren(level === undefined ? undefined : rollUp, level, dates);
  return {
    children: useCalmList(direct.value),
    listed: useCalmList(level === undefined ? direct.value : further.value),
    problem: direct.problem ?? further.problem,
  };
}
