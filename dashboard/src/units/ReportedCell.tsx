import type { Level, RollUp } from '../api/contract';
import { number, percent } from '../format/format';
import { Figure } from './Figure';

/** How many units at a level have reported. */
export function ReportedCell({ rollUp, level }: { rollUp: RollUp; level: Level }) {
  const { reported, total } = rollUp.reporting[level] ?? { reported: 0, total: 0 };
  return (
    <>
      <Figure value={reported}>
        {number(reported)}/{number(total)}
      </Figure>{' '}
      <small>{percent(reported, total)}</small>
    </>
  );
}
