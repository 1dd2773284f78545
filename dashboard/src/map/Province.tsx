import type { RenderableProps } from 'preact';
import { PureComponent } from '../parts/PureComponent';
import { t } from '../text/text';
import type { Layout } from './layout';
import type { Shade } from './shade';
import { shortName } from './shortName';
import { cellSide, Tile } from './Tile';

interface Props {
  code: string;
  name: string;
  layout: Layout;
  href: string;
  figure: string;
  /** The figure in words. */
  description: string;
  shade: Shade;
  /** Whether the tab key stops here. */
  isStop: boolean;
}

/** A province's tile, a link to the province, with the archipelago that is part of it. */
export class Province extends PureComponent<Props> {
  override render({ code, name, layout, href, figure, description, shade, isStop }: RenderableProps<Props>) {
    const at = layout.tiles.get(code);
    if (at === undefined) return null;
    const islands = layout.islands.filter((island) => island.of === code);
    const including = islands.map((island) => t('map.including', { name: island.name })).join('');
    const middle = (place: number) => (place + 0.5) * cellSide;
    return (
      <a href={href} data-code={code} class="province" tabindex={isStop ? 0 : -1}>
        <desc>{`${name}${including}: ${description}`}</desc>
        {islands.map((island) => (
          <path
            key={island.name}
            class="island-line"
            d={`M${middle(at.column)} ${middle(at.row)}L${middle(island.at.column)} ${middle(island.at.row)}`}
          />
        ))}
        <Tile at={at} name={shortName(name)} figure={figure} shade={shade} />
        {islands.map((island) => (
          <g key={island.name} class="island">
            <Tile at={island.at} name={island.name} figure={t('map.island')} shade={shade} />
          </g>
        ))}
      </a>
    );
  }
}
