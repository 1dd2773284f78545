import { useState } from 'preact/hooks';
import type { Catalogue, LedgerRow, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import type { FigureDates } from '../figures/dates';
import { usePages } from '../figures/usePages';
import { ownVersion } from '../units/ownVersion';
import { Fates } from './fates';

// What stands is known of all that were read, so much is read at once; a screen has room for few.
const read = 1000;
const shown = 25;

/** What was sent for a unit, newest first, as far as it is looked at. */
export function useSent(rollUp: RollUp, catalogue: Catalogue, dates: FigureDates) {
  const { code } = rollUp;
  const [length, setLength] = useState(shown);
  const [withdrawals, setWithdrawals] = useState(0);
  const { value, problem, more } = usePages(
    code,
    (cursor, signal) => call<Page<LedgerRow>>(`/units/${code}/reports`, { limit: read, cursor }, { signal }),
    `${ownVersion(rollUp)} ${withdrawals}`,
  );
  const fates = value && new Fates(value.items, catalogue, dates);
  const isLong = fates !== undefined && fates.rows.length > length;
  const showMore = () => {
    setLength(length + shown);
    if (!isLong) more?.();
  };
  return {
    fates,
    problem,
    rows: fates?.rows.slice(0, length) ?? [],
    isWhole: more === null,
    more: isLong || more !== null ? showMore : null,
    readAgain: () => setWithdrawals(withdrawals + 1),
  };
}
