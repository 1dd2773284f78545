import type { RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { day, instant, today } from '../format/format';
import { t } from '../text/text';

/** The heading of one side of a comparison, short enough for a column: `20/02/2017, chốt lúc 15:00:00 21/02/2017`. */
export function sideTitle(rollUp: RollUp, { asOf, knownAt }: FigureDates): string {
  if (knownAt !== undefined) return t('compare.known', { day: day(asOf ?? today()), instant: instant(knownAt) });
  if (asOf !== undefined) return day(asOf);
  return rollUp.recordedAt === null ? t('asOf.nothing') : t('compare.live', { instant: instant(rollUp.recordedAt) });
}
