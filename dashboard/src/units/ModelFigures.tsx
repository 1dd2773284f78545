import { Link } from 'wouter-preact';
import type { RollUp } from '../api/contract';
import { type FigureDates, unitAddress } from '../figures/dates';
import { t } from '../text/text';
import { ModelFigureList } from './ModelFigureList';

/** A unit's models in figures, and the way to their names. */
export function ModelFigures({ rollUp, dates }: { rollUp: RollUp; dates: FigureDates }) {
  return (
    <section class="card" aria-labelledby="models-title">
      <h2 id="models-title">{t('models')}</h2>
      <ModelFigureList rollUp={rollUp} />
      <Link href={unitAddress(rollUp.code, dates, 'models')}>{t('models.all')}</Link>
    </section>
  );
}
