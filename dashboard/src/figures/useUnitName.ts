import type { RollUp } from '../api/contract';
import { call } from '../api/http';
import { rollUpOf } from '../cache/rollUps';
import { useAnswer } from './useAnswer';

/** A unit's name; until it has been read, the code. */
export function useUnitName(code: string): string {
  const known = rollUpOf(code).value?.name;
  const { value } = useAnswer(known === undefined && code !== '' ? code : null, (signal) =>
    call<RollUp>(`/units/${code}`, {}, { signal }),
  );
  return known ?? value?.name ?? code;
}
