import { Link } from 'wouter-preact';
import type { RollUp } from '../api/contract';
import { call } from '../api/http';
import { rollUpOf } from '../cache/rollUps';
import { type FigureDates, unitAddress } from '../figures/dates';
import { useAnswer } from '../figures/useAnswer';
import { session } from '../session/session';
import { t } from '../text/text';

/** The units above a unit, from the highest that may be seen. The page's dates go along. */
export function Breadcrumb({ unit, dates }: { unit: RollUp; dates: FigureDates }) {
  const { value: above = [] } = useAnswer(unit.code, (signal) => readAbove(unit, signal));
  return (
    <nav class="breadcrumb" aria-label={t('breadcrumb')}>
      <ol>
        {above.map((ancestor) => (
          <li key={ancestor.code}>
            <Link href={unitAddress(ancestor.code, dates)}>{ancestor.name}</Link>
          </li>
        ))}
        <li aria-current="page">{unit.name}</li>
      </ol>
    </nav>
  );
}

async function readAbove(unit: RollUp, signal: AbortSignal): Promise<RollUp[]> {
  const above: RollUp[] = [];
  let lowest = unit;
  while (lowest.parent !== null && lowest.code !== session.peek()?.unit) {
    lowest = rollUpOf(lowest.parent).peek() ?? (await call<RollUp>(`/units/${lowest.parent}`, {}, { signal }));
    above.unshift(lowest);
  }
  return above;
}
