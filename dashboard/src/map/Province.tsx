import type { RollUp } from '../api/contract';
import { t } from '../text/text';
import type { Layout } from './layout';
import type { Shade } from './shade';
import { shortName } from './shortName';
import { cellSide, Tile } from './Tile';

/** A province's tile, a link to the province, with the archipelago that is part of it. */
export function Province(props: {
  unit: RollUp;
  layout: Layout;
  href: string;
  figure: string;
  /** The figure in words. */
  description: string;
  shade: Shade;
  /** Whether the tab key stops here. */
  isStop: boolean;
  show: () => void;
  stop: () => void;
}) {
  const { unit, layout, href, figure, description, shade, isStop, show, stop } = props;
  const at = layout.tiles.get(unit.code);
  if (at === undefined) return null;
  const islands = layout.islands.filter((island) => island.of === unit.code);
  const including = islands.map((island) => t('map.including', { name: island.name })).join('');
  const middle = (place: number) => (place + 0.5) * cellSide;
  return (
    <a
      href={href}
      data-code={unit.code}
      class="province"
      tabindex={isStop ? 0 : -1}
      aria-label={`${unit.name}${including}: ${description}`}
      onPointerEnter={show}
      onFocus={() => {
        stop();
        show();
      }}
    >
      {islands.map((island) => (
        <g key={island.name} class="island">
          <path
            d={`M${middle(at.column)} ${middle(at.row)}L${middle(island.at.column)} ${middle(island.at.row)}`}
            class="island-line"
          />
          <Tile at={island.at} name={island.name} figure={t('map.island')} shade={shade} />
        </g>
      ))}
      <Tile at={at} name={shortName(unit.name)} figure={figure} shade={shade} />
    </a>
  );
}
