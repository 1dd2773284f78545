import { Link } from 'wouter-preact';
import type { OutstandingUnit } from '../api/contract';
import { type FigureDates, unitAddress } from '../figures/dates';
import { number } from '../format/format';
import { t } from '../text/text';

// Nobody reads a thousand names in one paragraph; the file has all of them.
const most = 100;

/** The names of units that turned, and how many they are. */
export function TurnedNames(props: {
  title: string;
  units: readonly OutstandingUnit[];
  dates: FigureDates;
  about?: (unit: OutstandingUnit) => string;
}) {
  const { title, units, dates, about } = props;
  return (
    <p class="compared-names">
      <strong>
        {title} ({number(units.length)})
      </strong>
      {units.length > 0 && ': '}
      {units.slice(0, most).map((unit, index) => (
        <span key={unit.code}>
          {index > 0 && ', '}
          <Link href={unitAddress(unit.code, dates)}>{unit.name}</Link>
          {about?.(unit)}
        </span>
      ))}
      {units.length > most && t('compare.more', { units: number(units.length - most) })}
    </p>
  );
}
