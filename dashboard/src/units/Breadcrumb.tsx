import { Link } from 'wouter-preact';
import type { RollUp } from '../api/contract';
import { type FigureDates, unitAddress } from '../figures/dates';
import { useAnswer } from '../figures/useAnswer';
import { t } from '../text/text';
import { readAbove } from './above';
import { useNation } from './useNation';

/** The units above a unit, from the highest that may be seen; nothing of the nation. The page's dates go along. */
export function Breadcrumb({ unit, dates }: { unit: RollUp; dates: FigureDates }) {
  const nation = useNation();
  const { value: above = [] } = useAnswer(`${unit.code} ${nation?.code}`, (signal) =>
    readAbove(unit, signal, nation?.code),
  );
  if (unit.parent === null) return null;
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
