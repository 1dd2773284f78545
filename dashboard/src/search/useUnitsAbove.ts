import { useMemo } from 'preact/hooks';
import type { Unit } from '../api/contract';
import { callAll } from '../api/http';
import { useAnswer } from '../figures/useAnswer';
import { useCatalogue } from '../figures/useCatalogue';
import { type PathOf, pathIn } from '../figures/useUnitsBetween';

/**
 * Names what lies above any unit, the nation left out: the same names exist in many provinces.
 * @param isWanted Nothing is read before somebody searches.
 */
export function useUnitsAbove(isWanted: boolean): PathOf | undefined {
  const levels = useCatalogue()?.levels.slice(1, -1);
  const { value } = useAnswer(isWanted && levels !== undefined ? 'above' : null, async (signal) => {
    const lists = await Promise.all((levels ?? []).map((level) => callAll<Unit>('/units', { level }, { signal })));
    return new Map(lists.flat().map((unit) => [unit.code, unit]));
  });
  return useMemo(() => value && ((parent) => pathIn(value, parent)), [value]);
}
