import { number } from '../format/format';
import type { LegendEntry } from './legendEntries';
import { Swatch } from './Swatch';
import type { Shade } from './shade';

/** What the colours and patterns of the tiles mean, and how many tiles are drawn so. */
export function Legend({ entries, shades }: { entries: readonly LegendEntry[]; shades: readonly Shade[] }) {
  return (
    <ul class="legend">
      {entries.map(({ shade, text }) => (
        <li key={text}>
          <Swatch shade={shade} />
          {text} <small>({number(shades.filter((one) => one === shade).length)})</small>
        </li>
      ))}
    </ul>
  );
}
