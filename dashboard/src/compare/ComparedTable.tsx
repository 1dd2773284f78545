import type { RollUp } from '../api/contract';
import { number, percent, pointsBetween } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import { Figure } from '../units/Figure';
import { reportedAmount } from '../units/reading';
import type { UnitView } from '../units/UnitFrame';
import { Difference } from './Difference';
import { type ComparedFigure, comparedGroups } from './groups';
import { sideCells, sideColumns } from './sideCells';

/** Every figure of a unit at two dates, and the difference. */
export function ComparedTable(props: { view: UnitView; before: RollUp; titles: [string, string] }) {
  const { view, before, titles } = props;
  const { rollUp, catalogue } = view;
  const groups = comparedGroups(before, rollUp, catalogue);
  const title = t('compare.title', { unit: rollUp.name });
  const sheet = () => ({
    title,
    name: t('compare'),
    asOf: titles.join(' ↔ '),
    simulated: rollUp.simulated,
    columns: [
      { header: t('compare.group') },
      { header: t('indicator') },
      ...titles.flatMap(sideColumns),
      { header: t('compare.difference') },
      { header: t('compare.points'), format: 'points' as const },
    ],
    rows: groups.flatMap((group) =>
      group.rows.map(({ label, before, after }) => [
        group.label,
        label,
        ...sideCells(cellOf(props.before, before), before.whole ?? null),
        ...sideCells(cellOf(rollUp, after), after.whole ?? null),
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

// Amounts of whoever never reported are not known; parts of the units below are.
function cellOf(rollUp: RollUp, { value, whole }: ComparedFigure): number | null {
  return whole === undefined ? reportedAmount(rollUp, value) : value;
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
