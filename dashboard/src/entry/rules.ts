import type { Catalogue, Indicator, RollUp } from '../api/contract';
import type { Finding } from './finding';

/** A figure beside what the catalogue's rules compare it with. */
export interface Judged {
  value: string | number;
  /** What stands. */
  last: string | number | undefined;
  /** The units directly below. */
  below: readonly RollUp[];
}

/** What the catalogue's rules find unusual in a figure, as the silo finds it when it is sent. */
export function unusual(indicator: Indicator, judged: Judged, { rules = [] }: Catalogue): Finding | undefined {
  for (const { code, severity, times, from, indicator: of } of rules) {
    const values = of === indicator.id ? broken(code, times ?? 0, from ?? 0, indicator, judged) : undefined;
    if (values !== undefined)
      return { code: code as Finding['code'], severity: severity === 'error' ? 'error' : 'warning', values };
  }
  return undefined;
}

function broken(
  rule: string,
  times: number,
  from: number,
  indicator: Indicator,
  { value, last, below }: Judged,
): Finding['values'] | undefined {
  if (rule === 'reversal') return value === indicator.states[0] && last === indicator.complete ? {} : undefined;
  if (typeof value !== 'number') return undefined;
  if (rule === 'jump')
    return typeof last === 'number' && last >= from && value > last * times ? { last, times } : undefined;
  const same = value >= from ? below.find((unit) => unit.counts[indicator.id]?.total === value) : undefined;
  return rule === 'same-as-below' && same !== undefined ? { unit: same.name } : undefined;
}
