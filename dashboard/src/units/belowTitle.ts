import type { RollUp } from '../api/contract';
import { t } from '../text/text';

/** What the units directly below a unit are called: the provinces, the communes. */
export function belowTitle({ reporting }: RollUp): string {
  const [level] = Object.keys(reporting);
  return level === 'province' || level === 'district' || level === 'commune' ? t(`below.${level}`) : t('below');
}
