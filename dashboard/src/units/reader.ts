import type { Catalogue, RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { type Reading, readingOf } from './reading';
import type { Selection } from './useSelection';

/** Reads one selection out of any roll-up. */
export function readerOf(catalogue: Catalogue, selection: Selection): (rollUp: RollUp) => Reading | undefined {
  const indicator = findIndicator(catalogue, selection.indicator);
  return (rollUp) => readingOf(rollUp, selection, indicator?.complete ?? null, indicator?.of ?? null);
}

/** What readings of one selection are ordered by: states by how complete they are, the unreported first. */
export function rankOf(catalogue: Catalogue, selection: Selection, reading: Reading | undefined): number | null {
  if (reading === undefined) return null;
  if (reading.kind === 'amount') return reading.amount;
  if (reading.kind === 'share') return reading.whole === 0 ? null : reading.part / reading.whole;
  return findIndicator(catalogue, selection.indicator)?.states.indexOf(reading.state) ?? null;
}
