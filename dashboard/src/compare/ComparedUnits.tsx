import { Link } from 'wouter-preact';
import type { RollUp } from '../api/contract';
import { type FigureDates, unitAddress, useQuery } from '../figures/dates';
import { findIndicator } from '../figures/useCatalogue';
import { useChildren } from '../figures/useChildren';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { belowTitle, isLowest } from '../units/below';
import { readerOf } from '../units/reader';
import { SelectionChooser } from '../units/SelectionChooser';
import { readingText } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import { useSelection } from '../units/useSelection';
import { ChangedUnits } from './ChangedUnits';
import { unitChanges } from './unitChanges';

/** Which of the units directly below a unit have become complete, which fell back, and all their changes. */
export function ComparedUnits(props: { view: UnitView; before: RollUp; beforeDates: FigureDates }) {
  const { view, before, beforeDates } = props;
  const { rollUp, catalogue, dates } = view;
  const [selection] = useSelection(rollUp);
  const [values, set] = useQuery();
  const isAll = values.has('compare.all');
  const earlier = useChildren(before, undefined, beforeDates);
  const now = useChildren(rollUp, undefined, dates);
  if (selection === undefined || isLowest(rollUp)) return null;
  const complete = findIndicator(catalogue, selection.indicator)?.complete ?? null;
  const read = readerOf(catalogue, selection);
  const changes =
    earlier.value === undefined || now.value === undefined
      ? undefined
      : unitChanges(earlier.value, now.value, read, complete);
  return (
    <section class="card compared-units" aria-labelledby="compare-units-title">
      <h2 id="compare-units-title">{belowTitle(rollUp, undefined)}</h2>
      <SelectionChooser {...{ rollUp, catalogue }} />
      <ProblemText problem={earlier.problem ?? now.problem} />
      {changes !== undefined && (
        <>
          {changes.some((one) => one.before?.kind === 'state') &&
            (['became', 'fell'] as const).map((kind) => {
              const of = changes.filter((one) => one.kind === kind);
              return (
                <p key={kind} class="compared-names">
                  <strong>
                    {t(`compare.${kind}`)} ({number(of.length)})
                  </strong>
                  {of.length > 0 && ': '}
                  {of.map(({ unit, before, after }, index) => (
                    <span key={unit.code}>
                      {index > 0 && ', '}
                      <Link href={unitAddress(unit.code, dates)}>{unit.name}</Link>
                      {kind === 'fell' &&
                        ` (${readingText(catalogue, selection.indicator, before)} → ${readingText(catalogue, selection.indicator, after)})`}
                    </span>
                  ))}
                </p>
              );
            })}
          <label class="compared-all">
            <input
              type="checkbox"
              checked={isAll}
              onChange={(event) => set({ 'compare.all': event.currentTarget.checked ? 'true' : '' })}
            />{' '}
            {t('compare.all', { units: number(changes.length) })}
          </label>
          <ChangedUnits
            {...{ view, selection, before, beforeDates }}
            changes={changes.filter((one) => isAll || one.kind !== 'same')}
          />
        </>
      )}
    </section>
  );
}
