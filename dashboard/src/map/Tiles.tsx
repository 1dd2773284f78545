import type { Catalogue, RollUp } from '../api/contract';
import { t } from '../text/text';
import type { Reading } from '../units/reading';
import { readingText, selectionName } from '../units/selectionText';
import type { Selection } from '../units/useSelection';
import type { Layout } from './layout';
import { MapTip } from './MapTip';
import { Province } from './Province';
import type { Shade } from './shade';
import { cellSide } from './Tile';
import { useTileFocus } from './useTileFocus';

/**
 * The tiles of a map. One stop of the tab key; the arrow keys go from tile to tile, Enter opens a province. What is
 * said of the units is in their order.
 */
export function Tiles(props: {
  catalogue: Catalogue;
  selection: Selection;
  layout: Layout;
  units: readonly RollUp[];
  readings: readonly (Reading | undefined)[];
  shades: readonly Shade[];
  figures: readonly string[];
  addressOf: (unit: RollUp) => string;
}) {
  const { catalogue, selection, layout, units, readings, shades, figures, addressOf } = props;
  const { stop, shown, events } = useTileFocus(layout);
  const firstStop = units.find((unit) => unit.code === stop)?.code ?? units[0]?.code;
  const tip = units.findIndex((unit) => unit.code === shown);
  return (
    <div class="map-area">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is a group of them. */}
      <svg
        {...events}
        role="group"
        aria-label={t('map.label', { what: selectionName(catalogue, selection) })}
        viewBox={`0 0 ${layout.columns * cellSide} ${layout.rows * cellSide}`}
      >
        {units.map((unit, index) => (
          <Province
            key={unit.code}
            code={unit.code}
            name={unit.name}
            layout={layout}
            href={addressOf(unit)}
            figure={figures[index] ?? ''}
            description={readingText(catalogue, selection.indicator, readings[index])}
            shade={shades[index] ?? 'blank'}
            isStop={unit.code === firstStop}
          />
        ))}
      </svg>
      {tip !== -1 && shown !== undefined && (
        <MapTip layout={layout} code={shown}>
          <strong>{units[tip]?.name}</strong>
          <br />
          {readingText(catalogue, selection.indicator, readings[tip])}
        </MapTip>
      )}
    </div>
  );
}
