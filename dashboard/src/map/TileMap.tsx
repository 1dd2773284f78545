import './map.css';
import type { RollUp } from '../api/contract';
import { useCommonQuery } from '../figures/useCommonQuery';
import { number, percent } from '../format/format';
import { t } from '../text/text';
import { readerOf } from '../units/reader';
import type { Reading } from '../units/reading';
import { readingText, selectionName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import type { Selection } from '../units/useSelection';
import { amountScale } from './classes';
import { Legend } from './Legend';
import { layoutOf } from './layout';
import { MapTip } from './MapTip';
import { Patterns } from './Patterns';
import { Province } from './Province';
import { shadeOf } from './shade';
import { cellSide } from './Tile';
import { useTileFocus } from './useTileFocus';

/**
 * The provinces as a map of equal tiles, coloured by what is selected. One stop of the tab key; the arrow keys go from
 * tile to tile, Enter opens a province. Nothing when there is no layout for the units.
 */
export function TileMap(props: UnitView & { units: readonly RollUp[]; selection: Selection }) {
  const { catalogue, units, selection } = props;
  const query = useCommonQuery();
  const layout = units[0]?.level === 'province' ? layoutOf(units.map((unit) => unit.code)) : undefined;
  const { stop, shown, events } = useTileFocus(layout);
  if (layout === undefined) return null;

  const { indicator } = selection;
  const readings = units.map(readerOf(catalogue, selection));
  const scale = amountScale(readings.map((reading) => (reading?.kind === 'amount' ? reading.amount : 0)));
  const shades = readings.map((reading) => shadeOf(catalogue, indicator, reading, scale));
  const firstStop = units.find((unit) => unit.code === stop)?.code ?? units[0]?.code;
  const tip = units.findIndex((unit) => unit.code === shown);
  return (
    <figure class="tile-map">
      <figcaption>{selectionName(catalogue, selection)}</figcaption>
      <Legend {...{ catalogue, selection, readings, shades, scale }} />
      <div class="map-area">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is a group of them. */}
        <svg
          {...events}
          role="group"
          aria-label={t('map.label', { what: selectionName(catalogue, selection) })}
          viewBox={`0 0 ${layout.columns * cellSide} ${layout.rows * cellSide}`}
        >
          <Patterns />
          {units.map((unit, index) => (
            <Province
              key={unit.code}
              code={unit.code}
              name={unit.name}
              layout={layout}
              href={`/units/${unit.code}${query}`}
              figure={figureOf(readings[index])}
              description={readingText(catalogue, indicator, readings[index])}
              shade={shades[index] ?? 'blank'}
              isStop={unit.code === firstStop}
            />
          ))}
        </svg>
        {tip !== -1 && shown !== undefined && (
          <MapTip layout={layout} code={shown}>
            <strong>{units[tip]?.name}</strong>
            <br />
            {readingText(catalogue, indicator, readings[tip])}
          </MapTip>
        )}
      </div>
      <p class="note">{t('map.hint')}</p>
    </figure>
  );
}

// A tile has room for a share or an amount; a state is in its colour and its pattern.
function figureOf(reading: Reading | undefined): string {
  if (reading?.kind === 'share') return percent(reading.part, reading.whole);
  return reading?.kind === 'amount' ? number(reading.amount) : '';
}
