import './below.css';
import { ProblemText } from '../app/ProblemText';
import { useChildren } from '../figures/useChildren';
import { TileMap } from '../map/TileMap';
import { t } from '../text/text';
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
  if (selection === undefined) return null;
  const listed = level === undefined ? children : further;
  return (
    <section class="card below" aria-labelledby="below-title">
      <h2 id="below-title">{t('below')}</h2>
      <div class="table-tools">
        <SelectionChooser {...view} />
        <LevelChooser {...view} />
      </div>
      <ProblemText problem={children.problem ?? listed.problem} />
      <div class="map-and-table">
        {children.value !== undefined && <TileMap {...view} units={children.value} selection={selection} />}
        {listed.value !== undefined && (
          <UnitTable {...view} titleId="below-title" units={listed.value} selection={selection} />
        )}
      </div>
      <p class="note">{t('models.distinctNote')}</p>
    </section>
  );
}
