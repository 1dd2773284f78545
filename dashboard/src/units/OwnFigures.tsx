import type { Catalogue, LedgerRow, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import type { FigureDates } from '../figures/dates';
import { useAnswer } from '../figures/useAnswer';
import { findIndicator } from '../figures/useCatalogue';
import { readWhole } from '../figures/useWholeList';
import { day, number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { labelText, t } from '../text/text';
import { type Standing, standingFigures } from './standing';
import { stateLabel } from './states';

const limit = 1000;

/** What the unit itself has reported and stands: not what lies below it. */
export function OwnFigures({ rollUp, catalogue, dates }: { rollUp: RollUp; catalogue: Catalogue; dates: FigureDates }) {
  const { code } = rollUp;
  const { value, problem } = useAnswer(
    `${code} ${dates.asOf} ${dates.knownAt}`,
    async (signal) =>
      standingFigures(
        (
          await readWhole(
            (cursor, own) => call<Page<LedgerRow>>(`/units/${code}/reports`, { limit, cursor }, { signal: own }),
            signal,
          )
        ).items,
        dates,
      ),
    ownVersion(rollUp),
  );
  return (
    <section class="card" aria-labelledby="own-title">
      <h2 id="own-title">{t('own')}</h2>
      <ProblemText problem={problem} />
      {value?.length === 0 && <p>{t('own.nothing')}</p>}
      {value !== undefined && value.length > 0 && (
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
              {value.map((one) => (
                <tr key={`${one.kind} ${one.id}`}>
                  <th scope="row">{nameOf(one, catalogue)}</th>
                  <td>{figureText(one, catalogue)}</td>
                  <td>{day(one.effectiveOn)}</td>
                  <td>{one.reporter}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

// Of a unit with others below, most that is recorded is theirs.
function ownVersion({ recordedAt, reporting, counts, statuses, declared }: RollUp): string {
  if (Object.keys(reporting).length === 0) return `${recordedAt}`;
  const own = (figures: Record<string, { own: unknown }>) => Object.values(figures).map((figure) => figure.own);
  return JSON.stringify([own(counts), own(statuses), declared]);
}

function nameOf({ kind, id }: Standing, catalogue: Catalogue): string {
  if (kind === 'declared') return t('own.declared');
  if (kind === 'model') return t('own.model', { name: id });
  return labelText(findIndicator(catalogue, id)?.label) || id;
}

function figureText({ kind, id, value }: Standing, catalogue: Catalogue): string {
  if (typeof value === 'number') return number(value);
  return kind === 'status' ? stateLabel(catalogue, id, value) || value : value;
}
