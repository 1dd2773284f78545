import type { RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number } from '../format/format';
import { t } from '../text/text';
import { indicatorName } from '../units/selectionText';
import { stateLabel } from '../units/states';
import type { UnitView } from '../units/UnitFrame';
import { outstandingByState } from './outstanding';

/** By name, the units below that are not complete; where it is all of them, that says it. */
export function ReportOutstanding({ view, children }: { view: UnitView; children: readonly RollUp[] }) {
  const { rollUp, catalogue } = view;
  const level = Object.keys(rollUp.reporting)[0];
  return (
    <>
      <p class="paper-part">{t('print.outstanding')}</p>
      {rollUp.headlines
        .filter((headline) => headline.level === level)
        .map(({ indicator, complete, total }) => {
          const groups = outstandingByState(children, indicator, findIndicator(catalogue, indicator)?.complete ?? '');
          const named = groups.map(({ state, units }) => {
            const label = stateLabel(catalogue, indicator, state).toLowerCase();
            const who = units.length === total ? t('print.all') : units.join(', ');
            return `${label} (${number(units.length)}): ${who}`;
          });
          return (
            <p key={indicator}>
              {indicatorName(catalogue, indicator)} – {t('print.left', { left: number(total - complete) })}
              {named.length > 0 ? `: ${named.join('; ')}` : ''}.
            </p>
          );
        })}
    </>
  );
}
