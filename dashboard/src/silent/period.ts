import { addDays } from '../format/format';
import { isDay } from '../time/days';

/** A range of days, both of them in it. */
export interface Period {
  from: string;
  to: string;
}

/** The ranges that are offered: the last 30 days, or since the beginning of the month, quarter or year. */
export const presets = ['days30', 'month', 'quarter', 'year'] as const;

/** A range that is offered. */
export type Preset = (typeof presets)[number];

/** The days of a preset that ends on a day. */
export function presetPeriod(preset: Preset, to: string): Period {
  if (preset === 'days30') return { from: addDays(to, -29), to };
  const [year = '', month = ''] = to.split('-');
  const first =
    preset === 'year' ? 1 : preset === 'month' ? Number(month) : Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to };
}

/** The range that an address names, or the last 30 days; a range that ends before it begins is one day long. */
export function periodOf(from: string | null, to: string | null, today: string): Period {
  const last = to !== null && isDay(to) && to < today ? to : today;
  if (from === null || !isDay(from)) return presetPeriod('days30', last);
  return { from: from < last ? from : last, to: last };
}
