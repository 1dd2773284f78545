import type { Catalogue, RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { day, number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { standingFigures, standingReports } from './standing';
import { figureName, figureText } from './stated';
import { mostReports, useOwnReports } from './useOwnReports';

/** What the unit itself has reported and stands: not what lies below it. */
export function OwnFigures({ rollUp, catalogue, dates }: { rollUp: RollUp; catalogue: Catalogue; dates: FigureDates }) {
  const { value, problem } = useOwnReports(rollUp);
  const reports = value && standingReports(value.items, dates);
  const figures = reports && standingFigures(reports);
  return (
    <section class="card" aria-labelledby="own-title">
      <h2 id="own-title">{t('own')}</h2>
      <ProblemText problem={problem} />
      {figures?.length === 0 && <p>{t(reports?.length === 0 ? 'own.nothing' : 'own.models')}</p>}
      {figures !== undefined && figures.length > 0 && (
        <Scroll labelledBy="own-title">
          <table class="own">
            <thead>
              <tr>
                <th scope="col">{t('own.what')}</th>
                <th scope="col">{t('own.value')}</th>
                <th scope="col">{t('own.day')}</th>
                <th scope="col">{t('own.key')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((one) => (
                <tr key={`${one.kind} ${one.id}`}>
                  <th scope="row">{figureName(one, catalogue)}</th>
                  <td>{figureText(one, catalogue)}</td>
                  <td>{day(one.effectiveOn)}</td>
                  <td>{one.reporter}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {value !== undefined && value.next !== null && (
        <p class="note">{t('own.newest', { limit: number(mostReports) })}</p>
      )}
    </section>
  );
}
