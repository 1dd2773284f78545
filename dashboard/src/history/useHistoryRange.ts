import { type FigureDates, useQuery } from '../figures/dates';
import { today } from '../format/format';
import { yearEarlier } from '../time/yearEarlier';
import { chooseStep, type HistoryRange, type Step, steps } from './range';

/** The days and the step that the page's address asks for, or else the year that ends on the page's day. */
export function useHistoryRange(dates: FigureDates): HistoryRange {
  const [values] = useQuery();
  const to = values.get('to') ?? dates.asOf ?? today();
  const from = values.get('from') ?? yearEarlier(to);
  return { from, to, step: chosenStep(values.get('step')) ?? chooseStep(from, to) };
}

/** A step by its name; undefined: the step is chosen by the range. */
export function chosenStep(name: string | null): Step | undefined {
  return steps.find((step) => step === name);
}
