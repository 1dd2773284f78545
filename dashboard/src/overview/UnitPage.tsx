import './overview.css';
import { Outstanding } from '../below/Outstanding';
import { UnitsBelow } from '../below/UnitsBelow';
import { useUnitsBelow } from '../below/useUnitsBelow';
import { TileMap } from '../map/TileMap';
import { isLowest } from '../units/below';
import { Counts } from '../units/Counts';
import { Headlines } from '../units/Headlines';
import { Levels } from '../units/Levels';
import { ModelFigures } from '../units/ModelFigures';
import { OwnFigures } from '../units/OwnFigures';
import { UnitFrame, type UnitView } from '../units/UnitFrame';

/** A unit: its headline figures, and those of the units below it. The same shape at every level. */
export function UnitPage({ code }: { code: string }) {
  return <UnitFrame code={code}>{(view) => <Overview {...view} />}</UnitFrame>;
}

function Overview(view: UnitView) {
  const below = useUnitsBelow(view);
  return (
    <>
      {/* A unit with nothing below is its own figures; of the others the headlines are asked for first. */}
      {isLowest(view.rollUp) && <OwnFigures {...view} />}
      <Headlines {...view} />
      <div class="figures-and-map">
        <div class="side-by-side">
          <Levels {...view} />
          <Counts {...view} />
          <ModelFigures {...view} />
        </div>
        <TileMap {...view} units={below.children ?? []} />
      </div>
      <UnitsBelow {...view} below={below} />
      <Outstanding {...view} />
      {!isLowest(view.rollUp) && <OwnFigures {...view} />}
    </>
  );
}
