import type { RollUp } from '../api/contract';
import { t } from '../text/text';

/** Whether a unit has no units below it. */
export function isLowest({ reporting }: RollUp): boolean {
  return Object.keys(reporting).length === 0;
}

/**
 * What the units below a unit are called: the provinces, the communes.
 * @param listed The level that is listed; undefined: the units directly below.
 */
export function belowTitle({ level: own, reporting }: RollUp, listed: string | undefined): string {
  const level = listed ?? Object.keys(reporting)[0];
  // Where no districts are between, since 1/7/2025, there are no townships any more, but special zones.
  if (level === 'commune' && !('district' in reporting) && own !== 'district') return t('below.commune2025');
  return level === 'province' || level === 'district' || level === 'commune' ? t(`below.${level}`) : t('below');
}
