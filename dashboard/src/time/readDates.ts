import type { FigureDates } from '../figures/dates';
import { toInstant } from './vietnam';

/** What the two dates of some figures are called, in a form and in the page's address. */
export type DateNames = Record<keyof FigureDates, string>;

/** The dates of the page's figures. */
export const pageDates: DateNames = { asOf: 'asOf', knownAt: 'knownAt' };

/** The dates that were entered in two fields of a form; a blank field is no date. */
export function readDates(form: HTMLFormElement, names = pageDates): FigureDates {
  const values = new FormData(form);
  const entered = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const knownAt = entered(names.knownAt);
  return { asOf: entered(names.asOf), knownAt: knownAt === undefined ? undefined : toInstant(knownAt) };
}
