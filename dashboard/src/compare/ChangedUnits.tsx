import { Link } from 'wouter-preact';
import { unitAddress } from '../figures/dates';
import { Scroll } from '../parts/Scroll';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import { readingText, selectionName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import type { Selection } from '../units/useSelection';
import { changedSheet } from './changedSheet';
import { Difference } from './Difference';
import type { UnitChange } from './unitChanges';

/** A table of units at two dates. */
export function ChangedUnits(props: {
  view: UnitView;
  selection: Selection;
  titles: [string, string];
  changes: readonly UnitChange[];
}) {
  const { view, selection, titles, changes } = props;
  const { rollUp, catalogue, dates } = view;
  const text = (reading: UnitChange['before']) => readingText(catalogue, selection.indicator, reading);
  const sheet = () => ({
    title: `${t('compare.title', { unit: rollUp.name })}: ${selectionName(catalogue, selection)}`,
    name: selectionName(catalogue, selection),
    asOf: titles.join(' ↔ '),
    simulated: rollUp.simulated,
    ...changedSheet(changes, titles, catalogue, selection.indicator),
  });
  if (changes.length === 0) return <p>{t('compare.none')}</p>;
  return (
    <>
      <Scroll labelledBy="compare-units-title">
        <table class="compared">
          <thead>
            <tr>
              <th scope="col">{t('compare.unit')}</th>
              <th scope="col">{titles[0]}</th>
              <th scope="col">{titles[1]}</th>
              <th scope="col">{t('compare.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <tr key={one.unit.code}>
                <th scope="row">
                  <Link href={unitAddress(one.unit.code, dates)}>{one.unit.name}</Link>
                </th>
                <td>{text(one.before)}</td>
                <td>{text(one.after)}</td>
                <td class="difference">
                  {one.difference === null ? (
                    t(`compare.${one.kind}`)
                  ) : (
                    <Difference value={one.difference} inPoints={one.points} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <TakeAway sheet={sheet} />
    </>
  );
}
