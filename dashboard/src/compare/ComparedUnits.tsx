import type { RollUp } from '../api/contract';
import { type FigureDates, useQuery } from '../figures/dates';
import { findIndicator } from '../figures/useCatalogue';
import { useChildren } from '../figures/useChildren';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { belowTitle, isLowest } from '../units/below';
import { readerOf } from '../units/reader';
import { SelectionChooser } from '../units/SelectionChooser';
import type { UnitView } from '../units/UnitFrame';
import { useSelection } from '../units/useSelection';
import { ChangedUnits } from './ChangedUnits';
import { TurnedUnits } from './TurnedUnits';
import { unitChanges } from './unitChanges';

/** Which units below a unit have become complete and which fell back, and all changes of those directly below it. */
export function ComparedUnits(props: {
  view: UnitView;
  before: RollUp;
  beforeDates: FigureDates;
  titles: [string, string];
}) {
  const { view, before, beforeDates, titles } = props;
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
      {selection.level !== '' && <TurnedUnits {...{ view, selection, before, beforeDates, titles }} />}
      <ProblemText problem={earlier.problem ?? now.problem} />
      {changes !== undefined && (
        <>
          <label class="compared-all">
            <input
              type="checkbox"
              checked={isAll}
              onChange={(event) => set({ 'compare.all': event.currentTarget.checked ? 'true' : '' })}
            />{' '}
            {t('compare.all', { units: number(changes.length) })}
          </label>
          <ChangedUnits
            {...{ view, selection, titles }}
            changes={changes.filter((one) => isAll || one.kind !== 'same')}
          />
        </>
      )}
    </section>
  );
}
