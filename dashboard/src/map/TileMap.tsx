import './map.css';
import { useRef, useState } from 'preact/hooks';
import { useSearch } from 'wouter-preact';
import type { RollUp } from '../api/contract';
import { followLinks } from '../app/followLinks';
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
import { neighbour } from './neighbour';
import { Patterns } from './Patterns';
import { Province } from './Province';
import { shadeOf } from './shade';
import { cellSide } from './Tile';

/**
 * The provinces as a map of equal tiles, coloured by what is selected. One stop of the tab key; the arrow keys go from
 * tile to tile, Enter opens a province. Nothing when there is no layout for the units.
 */
export function TileMap(props: UnitView & { units: readonly RollUp[]; selection: Selection }) {
  const { catalogue, units, selection } = props;
  const search = useSearch();
  const drawing = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState<string>();
  const [shown, setShown] = useState<string>();
  const layout = layoutOf(units.map((unit) => unit.code));
  if (layout === undefined || units[0]?.level !== 'province') return null;

  const read = readerOf(catalogue, selection);
  const readings = units.map(read);
  const scale = amountScale(readings.map((reading) => (reading?.kind === 'amount' ? reading.amount : 0)));
  const shades = readings.map((reading) => shadeOf(catalogue, selection.indicator, reading, scale));
  const tip = units.find((unit) => unit.code === shown);
  const describe = (index: number) => readingText(catalogue, selection.indicator, readings[index]);
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(undefined);
    const from = (event.target as Element).closest('a')?.getAttribute('data-code');
    const to = from && neighbour(layout, from, event.key);
    if (!to) return;
    event.preventDefault();
    drawing.current?.querySelector<SVGAElement>(`[data-code="${to}"]`)?.focus();
  };
  const focusStop = units.some((unit) => unit.code === stop) ? stop : units[0]?.code;
  return (
    <figure class="tile-map">
      <figcaption>{selectionName(catalogue, selection)}</figcaption>
      <Legend {...{ catalogue, selection, readings, shades, scale }} />
      <div class="map-area">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is a group of them. */}
        <svg
          ref={drawing}
          role="group"
          aria-label={t('map.label', { what: selectionName(catalogue, selection) })}
          viewBox={`0 0 ${layout.columns * cellSide} ${layout.rows * cellSide}`}
          onClick={followLinks}
          onKeyDown={move}
          onPointerLeave={() => setShown(undefined)}
          onFocusOut={() => setShown(undefined)}
        >
          <Patterns />
          {units.map((unit, index) => (
            <Province
              key={unit.code}
              unit={unit}
              layout={layout}
              href={`/units/${unit.code}${search === '' ? '' : `?${search}`}`}
              figure={figureOf(readings[index])}
              description={describe(index)}
              shade={shades[index] ?? 'blank'}
              isStop={unit.code === focusStop}
              show={() => setShown(unit.code)}
              stop={() => setStop(unit.code)}
            />
          ))}
        </svg>
        {tip !== undefined && (
          <MapTip layout={layout} code={tip.code}>
            <strong>{tip.name}</strong>
            <br />
            {describe(units.indexOf(tip))}
          </MapTip>
        )}
      </div>
      <p class="note">{t('map.hint')}</p>
    </figure>
  );
}

// A tile has room for a share or an amount; a state is in its colour, its pattern and the line below.
function figureOf(reading: Reading | undefined): string {
  if (reading?.kind === 'share') return percent(reading.part, reading.whole);
  return reading?.kind === 'amount' ? number(reading.amount) : '';
}
