import type { RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number } from '../format/format';
import { t } from '../text/text';
import { indicatorName } from '../units/selectionText';
import { stateLabel } from '../units/states';
import type { UnitView } from '../units/UnitFrame';
import type { PaperText } from './paper';

/** The units in one state; `state` null: they have not reported. */
export interface StateGroup {
  state: string | null;
  units: string[];
}

/** By name, the units below that are not complete; where it is all of them, that says it. */
export function outstandingTexts({ rollUp, catalogue }: UnitView, children: readonly RollUp[]): PaperText[] {
  const level = Object.keys(rollUp.reporting)[0];
  return rollUp.headlines
    .filter((headline) => headline.level === level)
    .map(({ indicator, complete, total }) => {
      const groups = outstandingByState(children, indicator, findIndicator(catalogue, indicator)?.complete ?? '');
      const named = groups.map(({ state, units }) => {
        const label = stateLabel(catalogue, indicator, state).toLowerCase();
        const who = units.length === total ? t('print.all') : units.join(', ');
        return `${label} (${number(units.length)}): ${who}`;
      });
      const text = `${indicatorName(catalogue, indicator)} – ${t('print.left', { left: number(total - complete) })}`;
      return { kind: 'text', text: `${text}${named.length > 0 ? `: ${named.join('; ')}` : ''}.` };
    });
}

/** The names of the units that are not complete in an indicator, by state: those that have reported one come first. */
export function outstandingByState(children: readonly RollUp[], indicator: string, complete: string): StateGroup[] {
  const groups = new Map<string | null, string[]>();
  for (const child of children) {
    const state = child.statuses[indicator]?.own ?? null;
    if (state !== complete) groups.set(state, [...(groups.get(state) ?? []), child.name]);
  }
  return [...groups]
    .map(([state, units]) => ({ state, units }))
    .sort((one, other) => Number(one.state === null) - Number(other.state === null));
}
