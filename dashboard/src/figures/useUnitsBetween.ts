import { useMemo } from 'preact/hooks';
import type { Level, RollUp, Unit } from '../api/contract';
import { callAll } from '../api/http';
import { useAnswer } from './useAnswer';

/** Gives the names of the units between a unit and those of a level further down, the nearest one first. */
export type PathOf = (parent: string | null) => string;

/**
 * Names what lies between a unit and the units at a level below it: of a commune its district, and for the nation its
 * province too. Undefined when nothing lies between, or until it has been read.
 */
export function useUnitsBetween(rollUp: RollUp, level: Level | undefined): PathOf | undefined {
  const levels = Object.keys(rollUp.reporting);
  const between = level === undefined ? [] : levels.slice(0, levels.indexOf(level));
  const { value } = useAnswer(between.length === 0 ? null : `${rollUp.code} ${between}`, (signal) =>
    readBetween(rollUp.code, between, signal),
  );
  return useMemo(() => value && ((parent: string | null) => pathIn(value, parent)), [value]);
}

async function readBetween(
  code: string,
  [nearest, ...further]: Level[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Unit>> {
  const lists = await Promise.all([
    callAll<Unit>('/units', { parent: code, level: nearest }, { signal }),
    ...further.map((level) => callAll<Unit>('/units', { level }, { signal })),
  ]);
  return new Map(lists.flat().map((unit) => [unit.code, unit]));
}

/** The names of a unit and of those above it, the nearest one first, as far as they are among some units. */
export function pathIn(units: ReadonlyMap<string, Unit>, parent: string | null): string {
  const names: string[] = [];
  for (let unit = units.get(parent ?? ''); unit !== undefined; unit = units.get(unit.parent ?? '')) {
    names.push(unit.name);
  }
  return names.join(', ');
}
