import type { Catalogue, Indicator, RollUp } from '../api/contract';
import type { Finding } from './finding';

type Rule = NonNullable<Catalogue['rules']>[number];

/** A figure beside what the catalogue's rules compare it with. */
export interface Judged {
  value: string | number;
  /** What stands. */
  last: string | number | undefined;
  /** The unit whose it is, with what lies below. */
  unit: Pick<RollUp, 'level' | 'counts'>;
}

/** What the catalogue's rules find unusual in a figure, as the silo finds it when it is sent. */
export function unusual(indicator: Indicator, judged: Judged, { rules = [] }: Catalogue): Finding | undefined {
  for (const rule of rules) {
    const values = rule.indicator === indicator.id ? broken(rule, indicator, judged) : undefined;
    if (values !== undefined)
      return { code: rule.code as Finding['code'], severity: rule.severity === 'error' ? 'error' : 'warning', values };
  }
  return undefined;
}

function broken(rule: Rule, indicator: Indicator, { value, last, unit }: Judged): Finding['values'] | undefined {
  if (rule.code === 'reversal') return value === indicator.states[0] && last === indicator.complete ? {} : undefined;
  if (typeof value !== 'number') return undefined;
  const [times, from, most] = [rule.times ?? 0, rule.from ?? 0, rule.most?.[unit.level]];
  if (rule.code === 'jump')
    return typeof last === 'number' && last >= from && value > last * times ? { last, times } : undefined;
  if (rule.code === 'ceiling') return most !== undefined && value > most ? { most } : undefined;
  const { own = 0, total = 0 } = unit.counts[indicator.id] ?? {};
  const below = total - own;
  // Somebody who copies a total copies what lies below, or what the whole area has.
  const isTotal = below >= from && value >= from && (value === below || value === total);
  return rule.code === 'same-as-below' && isTotal ? {} : undefined;
}
