import { day, number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { standingReports } from '../units/standing';
import { figureName, figureText } from '../units/stated';
import type { UnitView } from '../units/UnitFrame';
import { mostReports, useOwnReports } from '../units/useOwnReports';
import { statedChanges } from './statedChanges';

/** How a unit's own figures came about, in words: a state is no line of a chart. The newest first. */
export function OwnHistory({ rollUp, catalogue, dates }: UnitView) {
  const { value, problem } = useOwnReports(rollUp);
  const reports = value && standingReports(value.items, dates);
  const changes = reports && statedChanges(reports);
  return (
    <section class="card" aria-labelledby="own-history-title">
      <h2 id="own-history-title">{t('history.own')}</h2>
      <ProblemText problem={problem} />
      {changes?.length === 0 && <p>{t(reports?.length === 0 ? 'own.nothing' : 'own.models')}</p>}
      {changes !== undefined && changes.length > 0 && (
        <Scroll labelledBy="own-history-title">
          <table class="own">
            <thead>
              <tr>
                <th scope="col">{t('own.day')}</th>
                <th scope="col">{t('own.what')}</th>
                <th scope="col">{t('history.before')}</th>
                <th scope="col">{t('own.value')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ figure, before, effectiveOn, sequence }) => (
                <tr key={`${sequence} ${figure.kind} ${figure.id}`}>
                  <th scope="row">{day(effectiveOn)}</th>
                  <td>{figureName(figure, catalogue)}</td>
                  <td>{before === undefined ? t('unreported') : figureText(before, catalogue)}</td>
                  <td>{figureText(figure, catalogue)}</td>
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
