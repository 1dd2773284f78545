import type { Period } from '../time/period';

/** What lies between two points of a history. */
export type Step = 'day' | 'month' | 'year';

/** The steps, the shortest first. */
export const steps: readonly Step[] = ['day', 'month', 'year'];

/** The days of a history, `yyyy-mm-dd`, and its step. */
export interface HistoryRange extends Period {
  step: Step;
}

/** The most points that the silo gives. */
export const mostPoints = 1000;

const mostDays = 100;
const mostMonths = 120;

/** How many points a range has: one at the end of every step it touches. */
export function pointsOf({ from, to, step }: HistoryRange): number {
  if (step === 'day') return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (step === 'year') return years + 1;
  return years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}

/** The step that shows a range with neither too few nor too many points. */
export function chooseStep(from: string, to: string): Step {
  if (pointsOf({ from, to, step: 'day' }) <= mostDays) return 'day';
  return pointsOf({ from, to, step: 'month' }) <= mostMonths ? 'month' : 'year';
}

/** Why a range cannot be shown: it runs backwards, or has too many points; undefined: it can. */
export function rangeFault(range: HistoryRange): 'backwards' | 'long' | undefined {
  if (range.from > range.to) return 'backwards';
  return pointsOf(range) > mostPoints ? 'long' : undefined;
}
