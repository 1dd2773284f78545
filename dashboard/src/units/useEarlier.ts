import type { RollUp } from '../api/contract';
import { call } from '../api/http';
import type { FigureDates } from '../figures/dates';
import { useAnswer } from '../figures/useAnswer';
import { addDays, today } from '../format/format';

/** A day that figures are compared with. */
export type Since = 'yesterday' | 'month' | 'year';

/** The unit's roll-ups at the end of yesterday, of last month and of last year, counted from the page's day. */
export function useEarlier(code: string, dates: FigureDates): Record<Since, RollUp> | undefined {
  const on = dates.asOf ?? today();
  return useAnswer(`${code} ${on} ${dates.knownAt}`, async (signal) => {
    const at = (asOf: string) => call<RollUp>(`/units/${code}`, { asOf, knownAt: dates.knownAt }, { signal });
    const [yesterday, month, year] = await Promise.all([
      at(addDays(on, -1)),
      at(addDays(`${on.slice(0, 7)}-01`, -1)),
      at(addDays(`${on.slice(0, 4)}-01-01`, -1)),
    ]);
    return { yesterday, month, year };
  }).value;
}
