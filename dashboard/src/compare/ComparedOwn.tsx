import type { FigureDates } from '../figures/dates';
import { change, day, number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import type { Standing } from '../units/standing';
import { figureName, figureText } from '../units/stated';
import type { UnitView } from '../units/UnitFrame';
import { mostReports, useOwnReports } from '../units/useOwnReports';
import { type OwnChange, ownChanges, ownDifference } from './ownChanges';

/** What the unit itself had at two dates: not what lies below it. */
export function ComparedOwn(props: { view: UnitView; beforeDates: FigureDates; titles: [string, string] }) {
  const { view, beforeDates, titles } = props;
  const { rollUp, catalogue, dates } = view;
  const { value, problem } = useOwnReports(rollUp);
  const changes = value && ownChanges(value.items, beforeDates, dates);
  const text = (one: Standing | undefined) => (one === undefined ? '–' : figureText(one, catalogue));
  const cell = (one: Standing | undefined) =>
    one === undefined || typeof one.value === 'number' ? (one?.value ?? null) : text(one);
  const sheet = () => ({
    title: `${t('compare.title', { unit: rollUp.name })}: ${t('own')}`,
    name: t('own'),
    asOf: titles.join(' ↔ '),
    simulated: rollUp.simulated,
    columns: [t('own.what'), ...titles, t('compare.difference')].map((header) => ({ header })),
    rows: (changes ?? []).map((one) => [
      figureName(one.figure, catalogue),
      cell(one.before),
      cell(one.after),
      ownDifference(one) ?? kindText(one),
    ]),
  });
  return (
    <section class="card" aria-labelledby="compare-own-title">
      <h2 id="compare-own-title">{t('own')}</h2>
      <ProblemText problem={problem} />
      {changes?.length === 0 && <p>{t('compare.ownNothing')}</p>}
      {changes !== undefined && changes.length > 0 && (
        <>
          <Scroll labelledBy="compare-own-title">
            <table class="compared">
              <thead>
                <tr>
                  <th scope="col">{t('own.what')}</th>
                  <th scope="col">{titles[0]}</th>
                  <th scope="col">{titles[1]}</th>
                  <th scope="col">{t('compare.difference')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((one) => {
                  const difference = ownDifference(one);
                  return (
                    <tr key={`${one.figure.kind} ${one.figure.id}`}>
                      <th scope="row">{figureName(one.figure, catalogue)}</th>
                      {[one.before, one.after].map((side, index) => (
                        <td key={titles[index]}>
                          {text(side)}
                          {side !== undefined && <small> {day(side.effectiveOn)}</small>}
                        </td>
                      ))}
                      <td class="difference">{difference === null ? kindText(one) : change(difference)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
          <TakeAway sheet={sheet} />
        </>
      )}
      {value !== undefined && value.next !== null && (
        <p class="note">{t('own.newest', { limit: number(mostReports) })}</p>
      )}
    </section>
  );
}

function kindText({ before, after }: OwnChange): string {
  return t(before?.value === after?.value ? 'compare.same' : 'compare.other');
}
