import type { RollUp } from '../api/contract';
import { isLowest } from './below';

/** Changes when the unit itself may have reported: of a unit with others below, most that is recorded is theirs. */
export function ownVersion(rollUp: RollUp): string {
  const { recordedAt, counts, statuses, declared } = rollUp;
  if (isLowest(rollUp)) return `${recordedAt}`;
  const own = (figures: Record<string, { own: unknown }>) => Object.values(figures).map((figure) => figure.own);
  return JSON.stringify([own(counts), own(statuses), declared]);
}
