import { Link } from 'wouter-preact';
import type { Catalogue, Headline, RollUp } from '../api/contract';
import { type FigureDates, unitAddress } from '../figures/dates';
import { number } from '../format/format';
import { t } from '../text/text';
import { stateLabel } from './states';
import { useOutstanding } from './useOutstanding';

const few = 4;

/** Which units are left: by name when they are few, else how many, with a link to all of them. */
export function FewOutstanding(props: {
  rollUp: RollUp;
  headline: Headline;
  catalogue: Catalogue;
  dates: FigureDates;
}) {
  const { rollUp, headline, catalogue, dates } = props;
  const { value } = useOutstanding(rollUp, headline, dates, few);
  if (value === undefined) return <p class="left">…</p>;
  if (value.total === 0) return <p class="left">{t('outstanding.none')}</p>;
  const query = { indicator: headline.indicator, level: headline.level };
  return (
    <p class="left">
      {t('outstanding.left', { units: number(value.total) })}{' '}
      {value.items.map((unit, index) => (
        <span key={unit.code}>
          {index > 0 && ', '}
          <Link href={unitAddress(unit.code, dates)}>{unit.name}</Link> (
          {stateLabel(catalogue, headline.indicator, unit.state)})
        </span>
      ))}
      {value.total > value.items.length && (
        <>
          {' … '}
          <Link href={`${unitAddress(rollUp.code, dates, undefined, query)}#outstanding`}>
            {t('outstanding.all', { total: number(value.total) })}
          </Link>
        </>
      )}
    </p>
  );
}
