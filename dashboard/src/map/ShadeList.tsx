import type { RollUp } from '../api/contract';
import { number } from '../format/format';
import type { LegendEntry } from './legendEntries';
import { Swatch } from './Swatch';
import type { Shade } from './shade';
import { shortName } from './shortName';

/** What the map shows, for a phone: the units of each shade by name, opened one shade at a time. */
export function ShadeList(props: {
  entries: readonly LegendEntry[];
  units: readonly RollUp[];
  shades: readonly Shade[];
  figures: readonly string[];
  addressOf: (unit: RollUp) => string;
}) {
  const { entries, units, shades, figures, addressOf } = props;
  return (
    <ul class="shade-list">
      {entries.map(({ shade, text }) => {
        const count = shades.filter((one) => one === shade).length;
        const label = (
          <>
            <Swatch shade={shade} />
            {text} <small>({number(count)})</small>
          </>
        );
        if (count === 0) return <li key={text}>{label}</li>;
        return (
          <li key={text}>
            <details>
              <summary>{label}</summary>
              <ul>
                {units.map(
                  (unit, index) =>
                    shades[index] === shade && (
                      <li key={unit.code}>
                        <a href={addressOf(unit)}>{shortName(unit.name)}</a> {figures[index]}
                      </li>
                    ),
                )}
              </ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
