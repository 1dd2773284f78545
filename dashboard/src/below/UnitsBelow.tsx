import './below.css';
import { Disclosure } from '../parts/Disclosure';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { belowTitle, isLowest } from '../units/below';
import type { UnitView } from '../units/UnitFrame';
import { useSelection } from '../units/useSelection';
import { LevelChooser, useListedLevel } from './LevelChooser';
import { UnitTable } from './UnitTable';
import type { UnitsBelow as Below } from './useUnitsBelow';

/** The units below a unit as a table. */
export function UnitsBelow({ below, ...view }: UnitView & { below: Below }) {
  const { rollUp } = view;
  const { listed, problem } = below;
  const [selection] = useSelection(rollUp);
  const level = useListedLevel(rollUp);
  if (selection === undefined || isLowest(rollUp)) return null;
  return (
    <section class="card below" aria-labelledby="below-title">
      <Disclosure head={<h2 id="below-title">{belowTitle(rollUp, level)}</h2>}>
        <div class="table-tools">
          <LevelChooser {...view} />
        </div>
        <ProblemText problem={problem} />
        {listed !== undefined && (
          <UnitTable key={level ?? ''} {...view} titleId="below-title" units={listed} selection={selection} />
        )}
        <p class="note">{t('models.distinctNote')}</p>
      </Disclosure>
    </section>
  );
}
