import type { FigureDates } from '../figures/dates';
import { toInstant } from './vietnam';

/** The dates that were entered in a form's fields `asOf` and `knownAt`; a blank field is no date. */
export function readDates(form: HTMLFormElement): FigureDates {
  const values = new FormData(form);
  const entered = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const knownAt = entered('knownAt');
  return { asOf: entered('asOf'), knownAt: knownAt === undefined ? undefined : toInstant(knownAt) };
}
