import type { Cell } from './layout';
import { hasPattern } from './Patterns';
import type { Shade } from './shade';
import { twoLines } from './shortName';

/** The side of a cell, and of the tile in it, in the drawing's own units. */
export const cellSide = 100;
const tileSide = 94;

/** One tile: a name in at most two lines, a figure, and a band with the pattern of its shade. */
export function Tile(props: { at: Cell; name: string; figure: string; shade: Shade }) {
  const { at, name, figure, shade } = props;
  const lines = twoLines(name);
  const size = Math.min(23, 155 / Math.max(...lines.map((line) => line.length)));
  const first = lines.length === 1 ? 40 : 25;
  return (
    <g class={`tile ${shade}`} transform={`translate(${at.column * cellSide + 3} ${at.row * cellSide + 3})`}>
      <rect class="tile-box" width={tileSide} height={tileSide} rx="6" />
      {hasPattern(shade) && <path d={`M3 81H${tileSide - 3}V${tileSide - 3}H3Z`} fill={`url(#pattern-${shade})`} />}
      {lines.map((line, index) => (
        <text key={line} class="tile-text" x={tileSide / 2} y={first + index * 25} font-size={size}>
          {/* The space parts the words for those who hear them. */}
          {`${line} `}
        </text>
      ))}
      <text class="tile-text tile-figure" x={tileSide / 2} y="74" font-size={Math.min(20, 140 / figure.length)}>
        {figure}
      </text>
    </g>
  );
}
