import type { Catalogue, Level, RollUp, StateCounts } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { labelText, t } from '../text/text';

/** How complete a state is: drives colour and pattern everywhere a state is drawn. */
export type StateTone = 'complete' | 'partial' | 'none' | 'unreported';

/** One state of an indicator: its name, how it is drawn, and how many units are in it. */
export interface StateShare {
  state: string;
  tone: StateTone;
  label: string;
  units: number;
}

/** The tone of a state: the catalogue lists the states from the least to the most complete one. */
export function toneOf(catalogue: Catalogue, indicator: string, state: string | null): StateTone {
  const known = findIndicator(catalogue, indicator);
  if (state === null || state === 'unreported' || known === undefined) return 'unreported';
  if (state === known.complete) return 'complete';
  return known.states.indexOf(state) === 0 ? 'none' : 'partial';
}

/** The name of a state in the language chosen. */
export function stateLabel(catalogue: Catalogue, indicator: string, state: string | null): string {
  if (state === null || state === 'unreported') return t('unreported');
  return labelText(findIndicator(catalogue, indicator)?.stateLabels[state]);
}

/** The states of the units at one level, the complete one first and the unreported last. */
export function stateShares(rollUp: RollUp, catalogue: Catalogue, indicator: string, level: Level): StateShare[] {
  const counts = rollUp.statuses[indicator]?.[level] as StateCounts | undefined;
  const states = [...(findIndicator(catalogue, indicator)?.states ?? [])].reverse();
  return [...states, 'unreported'].map((state) => ({
    state,
    tone: toneOf(catalogue, indicator, state),
    label: stateLabel(catalogue, indicator, state),
    units: counts?.[state] ?? 0,
  }));
}
