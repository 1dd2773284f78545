import './below.css';
import { useCalmList } from '../figures/useCalmList';
import { useChildren } from '../figures/useChildren';
import { TileMap } from '../map/TileMap';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { belowTitle } from '../units/below';
import { SelectionChooser } from '../units/SelectionChooser';
import type { UnitView } from '../units/UnitFrame';
import { useSelection } from '../units/useSelection';
import { LevelChooser, useListedLevel } from './LevelChooser';
import { UnitTable } from './UnitTable';

/** The units below a unit: of the nation as a map too, with the same figures beside it as a table. */
export function UnitsBelow(view: UnitView) {
  const { rollUp, dates } = view;
  const [selection] = useSelection(rollUp);
  const level = useListedLevel(rollUp);
  const children = useChildren(rollUp, undefined, dates);
  const further = useChildren(level === undefined ? undefined : rollUp, level, dates);
  const units = useCalmList(children.value);
  const listed = useCalmList(level === undefined ? children.value : further.value);
  if (selection === undefined) return null;
  return (
    <section class="card below" aria-labelledby="below-title">
      <h2 id="below-title">{belowTitle(rollUp, level)}</h2>
      <div class="table-tools">
        <SelectionChooser {...view} />
        <LevelChooser {...view} />
      </div>
      <ProblemText problem={children.problem ?? further.problem} />
      <div class="map-and-table">
        {units !== undefined && <TileMap {...view} units={units} selection={selection} />}
        {listed !== undefined && (
          <UnitTable key={level ?? ''} {...view} titleId="below-title" units={listed} selection={selection} />
        )}
      </div>
      <p class="note">{t('models.distinctNote')}</p>
    </section>
  );
}
