import type { Catalogue, RollUp } from '../api/contract';
import { Scroll } from '../parts/Scroll';
import { labelText, t } from '../text/text';
import { LevelCell } from './LevelCell';
import { ReportedCell } from './ReportedCell';

/** Every status indicator at every level below a unit, a row an indicator. */
export function LevelMatrix({ rollUp, catalogue }: { rollUp: RollUp; catalogue: Catalogue }) {
  const levels = Object.keys(rollUp.reporting);
  const indicators = catalogue.indicators.filter((one) => one.type === 'status' && one.id in rollUp.statuses);
  return (
    <Scroll labelledBy="levels-title">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {labelText(catalogue.levelLabels[level])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row">{labelText(indicator.label)}</th>
              {levels.map((level) => (
                <td key={level}>
                  <LevelCell rollUp={rollUp} at={{ indicator: indicator.id, level }} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('reporting')}</th>
            {levels.map((level) => (
              <td key={level}>
                <ReportedCell {...{ rollUp, level }} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
