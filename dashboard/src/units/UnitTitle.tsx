import type { RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { day, instant } from '../format/format';
import { useTitle } from '../parts/useTitle';
import { t } from '../text/text';
import type { View } from './UnitNav';

/** The unit's name, and when its figures are of. */
export function UnitTitle({ rollUp, dates, view }: { rollUp: RollUp; dates: FigureDates; view: View }) {
  useTitle(t(`views.${view}`), rollUp.name);
  return (
    <div class="unit-title">
      <h1>{rollUp.name}</h1>
      <p class="as-of">{asOfText(rollUp, dates)}</p>
    </div>
  );
}

/** The sentence that says of when figures are: live ones by their last report, others by their two dates. */
export function asOfText(rollUp: RollUp, dates: FigureDates): string {
  const { asOf, knownAt } = dates;
  if (asOf !== undefined && knownAt !== undefined) return t('asOf.both', { day: day(asOf), instant: instant(knownAt) });
  if (asOf !== undefined) return t('asOf.day', { day: day(asOf) });
  if (knownAt !== undefined) return t('asOf.known', { instant: instant(knownAt) });
  return rollUp.recordedAt === null ? t('asOf.nothing') : t('asOf.live', { instant: instant(rollUp.recordedAt) });
}
