import type { RollUp } from '../api/contract';
import { call } from '../api/http';
import { rollUpOf } from '../cache/rollUps';
import { useAnswer } from '../figures/useAnswer';
import { mayReport, session } from '../session/session';

/** The units above a unit, from the highest that may be seen: `highest`, by default the unit of who is signed in. */
export async function readAbove(unit: RollUp, signal: AbortSignal, highest = session.peek()?.unit): Promise<RollUp[]> {
  const above: RollUp[] = [];
  let lowest = unit;
  while (lowest.parent !== null && lowest.code !== highest) {
    lowest = rollUpOf(lowest.parent).peek() ?? (await call<RollUp>(`/units/${lowest.parent}`, {}, { signal }));
    above.unshift(lowest);
  }
  return above;
}

/** Whether the key signed in reports for a unit, as far as the page knows: the silo decides. */
export function useMayReport(unit: RollUp): boolean {
  const { value = [] } = useAnswer(mayReport() ? unit.code : null, (signal) => readAbove(unit, signal));
  return mayReport() && [unit, ...value].some(({ code }) => code === session.value?.unit);
}
