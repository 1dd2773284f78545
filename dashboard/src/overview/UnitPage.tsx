import { Outstanding } from '../below/Outstanding';
import { UnitsBelow } from '../below/UnitsBelow';
import { isLowest } from '../units/below';
import { Counts } from '../units/Counts';
import { Headlines } from '../units/Headlines';
import { LevelMatrix } from '../units/LevelMatrix';
import { ModelFigures } from '../units/ModelFigures';
import { OwnFigures } from '../units/OwnFigures';
import { UnitFrame } from '../units/UnitFrame';

/** A unit: its headline figures, and those of the units below it. The same shape at every level. */
export function UnitPage({ code }: { code: string }) {
  return (
    <UnitFrame code={code}>
      {(view) => (
        <>
          {/* A unit with nothing below is its own figures; of the others the headlines are asked for first. */}
          {isLowest(view.rollUp) && <OwnFigures {...view} />}
          <Headlines {...view} />
          <LevelMatrix {...view} />
          <UnitsBelow {...view} />
          <Outstanding {...view} />
          {!isLowest(view.rollUp) && <OwnFigures {...view} />}
          <div class="side-by-side">
            <Counts {...view} />
            <ModelFigures {...view} />
          </div>
        </>
      )}
    </UnitFrame>
  );
}
