import type { Catalogue, LedgerRow, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import type { FigureDates } from '../figures/dates';
import { useAnswer } from '../figures/useAnswer';
import { day, number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { ownVersion } from './ownVersion';
import { standingFigures, standingReports } from './standing';
import { figureName, figureText } from './stated';

// Whoever has reported more often is not read from the beginning for this.
const limit = 1000;

/** What the unit itself has reported and stands: not what lies below it. */
export function OwnFigures({ rollUp, catalogue, dates }: { rollUp: RollUp; catalogue: Catalogue; dates: FigureDates }) {
  const { code } = rollUp;
  const { value, problem } = useAnswer(
    `${code} ${dates.asOf} ${dates.knownAt}`,
    (signal) => call<Page<LedgerRow>>(`/units/${code}/reports`, { limit }, { signal }),
    ownVersion(rollUp),
  );
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
      {value !== undefined && value.next !== null && <p class="note">{t('own.newest', { limit: number(limit) })}</p>}
    </section>
  );
}
