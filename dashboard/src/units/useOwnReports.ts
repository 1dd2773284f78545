import type { LedgerRow, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import { type Answer, useAnswer } from '../figures/useAnswer';
import { ownVersion } from './ownVersion';

/** How many reports are read. Whoever has reported more often is not read from the beginning for this. */
export const mostReports = 1000;

/** The newest reports of a unit itself, of whatever day. */
export function useOwnReports(rollUp: RollUp): Answer<Page<LedgerRow>> {
  return useAnswer(
    rollUp.code,
    (signal) => call<Page<LedgerRow>>(`/units/${rollUp.code}/reports`, { limit: mostReports }, { signal }),
    ownVersion(rollUp),
  );
}
