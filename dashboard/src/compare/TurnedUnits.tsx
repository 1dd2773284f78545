import type { OutstandingUnit, RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { findIndicator } from '../figures/useCatalogue';
import { type List, useWholeList } from '../figures/useWholeList';
import { ProblemText } from '../parts/ProblemText';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import { selectionName } from '../units/selectionText';
import { stateLabel } from '../units/states';
import type { UnitView } from '../units/UnitFrame';
import { type Outstanding, outstandingVersion, readOutstanding } from '../units/useOutstanding';
import type { Selection } from '../units/useSelection';
import { TurnedNames } from './TurnedNames';
import { turnedUnits } from './turned';

const limit = 1000;

/** The units of the level chosen that became complete between two dates, and those that fell back, by name. */
export function TurnedUnits(props: {
  view: UnitView;
  selection: Selection;
  before: RollUp;
  beforeDates: FigureDates;
  titles: [string, string];
}) {
  const { view, selection, before, beforeDates, titles } = props;
  const { rollUp, catalogue, dates } = view;
  const earlier = useLeft(before, selection, beforeDates);
  const now = useLeft(rollUp, selection, dates);
  if (!earlier.isWhole || !now.isWhole) return <ProblemText problem={earlier.problem ?? now.problem} />;
  const turned = turnedUnits(earlier.value?.items ?? [], now.value?.items ?? []);
  const complete = stateLabel(
    catalogue,
    selection.indicator,
    findIndicator(catalogue, selection.indicator)?.complete ?? null,
  );
  const name = (unit: OutstandingUnit) => stateLabel(catalogue, selection.indicator, unit.state);
  const sheet = () => ({
    title: `${t('compare.title', { unit: rollUp.name })}: ${selectionName(catalogue, selection)}, ${turnedTitle()}`,
    name: turnedTitle(),
    asOf: titles.join(' ↔ '),
    simulated: rollUp.simulated,
    columns: [t('compare.code'), t('compare.unit'), ...titles, t('compare.difference')].map((header) => ({ header })),
    rows: [
      ...turned.became.map((unit) => [unit.code, unit.name, name(unit), complete, t('compare.became')]),
      ...turned.fell.map((unit) => [unit.code, unit.name, complete, name(unit), t('compare.fell')]),
    ],
  });
  return (
    <>
      <h3>{selectionName(catalogue, selection)}</h3>
      <TurnedNames title={t('compare.became')} units={turned.became} dates={dates} />
      <TurnedNames
        title={t('compare.fell')}
        units={turned.fell}
        dates={dates}
        about={(unit) => ` (${complete} → ${name(unit)})`}
      />
      {turned.became.length + turned.fell.length > 0 && <TakeAway sheet={sheet} />}
    </>
  );
}

function turnedTitle(): string {
  return `${t('compare.became')} – ${t('compare.fell')}`;
}

function useLeft(rollUp: RollUp, selection: Selection, dates: FigureDates): List<Outstanding> {
  return useWholeList(
    `${rollUp.code} ${selection.indicator} ${selection.level} ${dates.asOf} ${dates.knownAt}`,
    (cursor, signal) => readOutstanding(rollUp.code, selection, dates, { limit, cursor }, signal),
    outstandingVersion(rollUp, selection),
  );
}
