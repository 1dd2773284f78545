import type { RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { day, instant, today } from '../format/format';
import { t } from '../text/text';

/** The headings of both ends of a comparison: `Kỳ trước: 20/02/2016`, `Kỳ này: 20/02/2017`. */
export function sideTitles(
  before: RollUp,
  beforeDates: FigureDates,
  after: RollUp,
  dates: FigureDates,
): [string, string] {
  return [
    `${t('compare.before')}: ${sideTitle(before, beforeDates)}`,
    `${t('compare.after')}: ${sideTitle(after, dates)}`,
  ];
}

function sideTitle(rollUp: RollUp, { asOf, knownAt }: FigureDates): string {
  if (knownAt !== undefined) return t('compare.known', { day: day(asOf ?? today()), instant: instant(knownAt) });
  if (asOf !== undefined) return day(asOf);
  return rollUp.recordedAt === null ? t('asOf.nothing') : t('compare.live', { instant: instant(rollUp.recordedAt) });
}
