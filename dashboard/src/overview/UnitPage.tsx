import { Outstanding } from '../below/Outstanding';
import { UnitsBelow } from '../below/UnitsBelow';
import { Counts } from '../units/Counts';
import { Headlines } from '../units/Headlines';
import { LevelMatrix } from '../units/LevelMatrix';
import { ModelFigures } from '../units/ModelFigures';
import { UnitFrame } from '../units/UnitFrame';

/** A unit: its headline figures, and those of the units below it. The same shape at every level. */
export function UnitPage({ code }: { code: string }) {
  return (
    <UnitFrame code={code}>
      {(view) => (
        <>
          <Headlines {...view} />
          <LevelMatrix {...view} />
          <UnitsBelow {...view} />
          <Outstanding {...view} />
          <div class="side-by-side">
            <Counts {...view} />
            <ModelFigures {...view} />
          </div>
        </>
      )}
    </UnitFrame>
  );
}
