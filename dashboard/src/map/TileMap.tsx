import './map.css';
import type { RollUp } from '../api/contract';
import { followLinks } from '../app/followLinks';
import { useCommonQuery } from '../figures/useCommonQuery';
import { number, percent } from '../format/format';
import { useIsPhone } from '../parts/useMedia';
import { t } from '../text/text';
import { readerOf } from '../units/reader';
import { figureOf, type Reading } from '../units/reading';
import { selectionName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import { useSelection } from '../units/useSelection';
import { limitsOf } from './classes';
import { Legend } from './Legend';
import { layoutOf } from './layout';
import { legendEntries } from './legendEntries';
import { Patterns } from './Patterns';
import { ShadeList } from './ShadeList';
import { shadeOf } from './shade';
import { Tiles } from './Tiles';

/**
 * The provinces as a map of equal tiles, coloured by what is selected; on a phone, where a tile would be too small to
 * read, as lists. Nothing when there is no layout for the units.
 */
export function TileMap({ units, ...view }: UnitView & { units: readonly RollUp[] }) {
  const { rollUp, catalogue } = view;
  const [selection] = useSelection(rollUp);
  const query = useCommonQuery();
  const isPhone = useIsPhone();
  const layout = units[0]?.level === 'province' ? layoutOf(units.map((unit) => unit.code)) : undefined;
  if (layout === undefined || selection === undefined) return null;

  const { indicator } = selection;
  const readings = units.map(readerOf(catalogue, selection));
  const limits = limitsOf(readings.map(figureOf).filter((figure) => figure !== null));
  const shades = readings.map((reading) => shadeOf(catalogue, indicator, reading, limits));
  const entries = legendEntries(catalogue, indicator, readings, limits);
  const figures = readings.map(figureText);
  const addressOf = (unit: RollUp) => `/units/${unit.code}${query}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keys.
    <figure class="tile-map card" onClick={followLinks}>
      <figcaption>{selectionName(catalogue, selection)}</figcaption>
      {limits.length > 0 && <p class="note">{t('map.classes')}</p>}
      <Patterns />
      {isPhone ? (
        <ShadeList {...{ entries, units, shades, figures, addressOf }} />
      ) : (
        <>
          <Legend {...{ entries, shades }} />
          <Tiles {...{ catalogue, selection, layout, units, readings, shades, figures, addressOf }} />
          <p class="note">{t('map.hint')}</p>
        </>
      )}
    </figure>
  );
}

// A tile has room for a share or an amount; a state is in its colour and its pattern.
function figureText(reading: Reading | undefined): string {
  if (reading?.kind === 'share') return percent(reading.part, reading.whole);
  return reading?.kind === 'amount' ? number(reading.amount) : '';
}
