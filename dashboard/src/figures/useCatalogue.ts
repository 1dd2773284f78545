import type { Catalogue, Indicator } from '../api/contract';
import { call } from '../api/http';
import { useAnswer } from './useAnswer';

let catalogue: Promise<Catalogue> | undefined;

/** What the silo counts; undefined until it has been read. */
export function useCatalogue(): Catalogue | undefined {
  return useAnswer('catalogue', () => {
    catalogue ??= call<Catalogue>('/catalogue').catch((error) => {
      catalogue = undefined;
      throw error;
    });
    return catalogue;
  }).value;
}

/** An indicator of the catalogue by its id. */
export function findIndicator(catalogue: Catalogue | undefined, id: string): Indicator | undefined {
  return catalogue?.indicators.find((indicator) => indicator.id === id);
}
