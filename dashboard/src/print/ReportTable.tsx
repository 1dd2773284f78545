import type { RollUp } from '../api/contract';
import { number } from '../format/format';
import { labelText, t } from '../text/text';
import { indicatorName } from '../units/selectionText';
import { toneOf } from '../units/states';
import type { UnitView } from '../units/UnitFrame';
import { marks, marksText } from './marks';

/** The units below, one a row: their states by sign, their models, and how far down they have reported. */
export function ReportTable({ view, children }: { view: UnitView; children: readonly RollUp[] }) {
  const { rollUp, catalogue } = view;
  const [level, ...lower] = Object.keys(rollUp.reporting);
  const indicators = rollUp.headlines.filter((headline) => headline.level === level).map((one) => one.indicator);
  return (
    <>
      <table class="paper-table">
        <caption>{t('print.table', { unit: rollUp.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('print.row')}</th>
            <th scope="col">{t('compare.unit')}</th>
            {indicators.map((indicator) => (
              <th key={indicator} scope="col">
                {indicatorName(catalogue, indicator)}
              </th>
            ))}
            <th scope="col">{t('models.distinct')}</th>
            <th scope="col">{t('models.sites')}</th>
            {lower.map((one) => (
              <th key={one} scope="col">
                {t('print.reportedAt', { level: labelText(catalogue.levelLabels[one]).toLowerCase() })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {children.map((child, index) => (
            <tr key={child.code}>
              <td>{index + 1}</td>
              <th scope="row">{child.name}</th>
              {indicators.map((indicator) => (
                <td key={indicator}>{marks[toneOf(catalogue, indicator, child.statuses[indicator]?.own ?? null)]}</td>
              ))}
              <td>{number(child.models.distinct)}</td>
              <td>{number(child.models.sites)}</td>
              {lower.map((one) => (
                <td key={one}>
                  {number(child.reporting[one]?.reported ?? 0)}/{number(child.reporting[one]?.total ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="paper-marks">{marksText()}.</p>
    </>
  );
}
