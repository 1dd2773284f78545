import { addDays } from '../format/format';
import { t } from '../text/text';
import { monthName } from './dayNames';
import { addMonths } from './days';

/** A range of days, both of them in it. */
export interface Period {
  from: string;
  to: string;
}

/** A range of days that is offered by its name. */
export interface NamedPeriod extends Period {
  name: string;
}

// How many months a period has, and how many lie between the beginnings of two of its kind.
const kinds = [
  { kind: 'month', months: 1, every: 1 },
  { kind: 'quarter', months: 3, every: 3 },
  { kind: 'half', months: 6, every: 6 },
  { kind: 'nineMonths', months: 9, every: 12 },
  { kind: 'year', months: 12, every: 12 },
] as const;

/** The last days up to a day, so many of them. */
export function lastDays(days: number, to: string): Period {
  return { from: addDays(to, 1 - days), to };
}

/** The periods that reports are written of: the last days, then this and the last one of each kind, none after `today`. */
export function namedPeriods(today: string): NamedPeriod[] {
  return [
    ...[7, 30].map((days) => ({ name: t('period.days', { days }), ...lastDays(days, today) })),
    ...kinds.flatMap(({ kind, months, every }) =>
      [0, 1].map((ago) => {
        const from = addMonths(beginning(today, every), -ago * every);
        const last = addDays(addMonths(from, months), -1);
        return { name: nameOf(kind, from), from, to: last < today ? last : today };
      }),
    ),
  ];
}

function beginning(isoDay: string, every: number): string {
  const month = Math.floor((Number(isoDay.slice(5, 7)) - 1) / every) * every + 1;
  return `${isoDay.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function nameOf(kind: (typeof kinds)[number]['kind'], from: string): string {
  if (kind === 'month') return monthName(from);
  const year = from.slice(0, 4);
  const quarter = Math.ceil(Number(from.slice(5, 7)) / 3);
  if (kind === 'half') return t(quarter === 1 ? 'period.firstHalf' : 'period.secondHalf', { year });
  return t(`period.${kind}`, { year, quarter, roman: ['I', 'II', 'III', 'IV'][quarter - 1] ?? '' });
}
