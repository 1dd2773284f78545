import { Outstanding } from '../below/Outstanding';
import { UnitsBelow } from '../below/UnitsBelow';
import { Counts } from './Counts';
import { Headlines } from './Headlines';
import { LevelMatrix } from './LevelMatrix';
import { ModelFigures } from './ModelFigures';
import { UnitFrame } from './UnitFrame';

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
