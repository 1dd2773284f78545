import type { Catalogue, RollUp } from '../api/contract';
import { labelText, t } from '../text/text';
import { LevelCell } from './LevelCell';
import { ReportedCell } from './ReportedCell';

/** What {@link LevelMatrix} has, for a phone: a table for each level, with the indicators that apply to it. */
export function LevelBlocks({ rollUp, catalogue }: { rollUp: RollUp; catalogue: Catalogue }) {
  return (
    <>
      {Object.keys(rollUp.reporting).map((level) => (
        <table key={level} class="matrix">
          <caption>{labelText(catalogue.levelLabels[level])}</caption>
          <tbody>
            {rollUp.headlines
              .filter((headline) => headline.level === level)
              .map(({ indicator }) => (
                <tr key={indicator}>
                  <th scope="row">{labelText(catalogue.indicators.find((one) => one.id === indicator)?.label)}</th>
                  <td>
                    <LevelCell rollUp={rollUp} at={{ indicator, level }} />
                  </td>
                </tr>
              ))}
            <tr>
              <th scope="row">{t('reporting')}</th>
              <td>
                <ReportedCell {...{ rollUp, level }} />
              </td>
            </tr>
          </tbody>
        </table>
      ))}
    </>
  );
}
