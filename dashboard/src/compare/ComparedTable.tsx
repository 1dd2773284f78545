import type { RollUp } from '../api/contract';
import { number, percent, pointsBetween } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import { Figure } from '../units/Figure';
import type { UnitView } from '../units/UnitFrame';
import { Difference } from './Difference';
import { type ComparedFigure, comparedGroups } from './groups';

/** Every figure of a unit at two dates, and the difference. */
export function ComparedTable(props: { view: UnitView; before: RollUp; titles: [string, string] }) {
  const { view, before, titles } = props;
  const { rollUp, catalogue } = view;
  const groups = comparedGroups(before, rollUp, catalogue);
  const title = t('compare.title', { unit: rollUp.name });
  const sheet = () => ({
    title,
    asOf: titles.join(' ↔ '),
    simulated: rollUp.simulated,
    headers: [t('compare.group'), t('indicator'), ...sides(titles), t('compare.difference'), t('compare.points')],
    rows: groups.flatMap((group) =>
      group.rows.map(({ label, before, after }) => [
        group.label,
        label,
        before.value,
        before.whole ?? null,
        after.value,
        after.whole ?? null,
        after.value - before.value,
        pointsOf(before, after),
      ]),
    ),
  });
  return (
    <section class="card" aria-labelledby="compare-title">
      <h2 id="compare-title">{title}</h2>
      <Scroll labelledBy="compare-title">
        <table class="compared">
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              <th scope="col">{titles[0]}</th>
              <th scope="col">{titles[1]}</th>
              <th scope="col">{t('compare.difference')}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.label}>
              <tr>
                <th scope="rowgroup" colSpan={4} class="group">
                  {group.label}
                </th>
              </tr>
              {group.rows.map(({ label, before, after }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>
                    <Compared figure={before} />
                  </td>
                  <td>
                    <Compared figure={after} />
                  </td>
                  <td class="difference">
                    <Difference value={after.value - before.value} inPoints={pointsOf(before, after)} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
      <TakeAway sheet={sheet} />
    </section>
  );
}

function Compared({ figure: { value, whole } }: { figure: ComparedFigure }) {
  return (
    <>
      <Figure value={value}>{whole === undefined ? number(value) : `${number(value)}/${number(whole)}`}</Figure>
      {whole !== undefined && <small> {percent(value, whole)}</small>}
    </>
  );
}

function pointsOf(before: ComparedFigure, after: ComparedFigure): number | null {
  if (before.whole === undefined || after.whole === undefined) return null;
  return pointsBetween({ part: before.value, whole: before.whole }, { part: after.value, whole: after.whole });
}

function sides(titles: [string, string]): string[] {
  return titles.flatMap((title) => [title, t('compare.whole', { title })]);
}
