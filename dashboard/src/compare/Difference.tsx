import { change, points } from '../format/format';
import { t } from '../text/text';

/** A difference between two dates, and of a share also its percentage points. */
export function Difference({ value, inPoints }: { value: number; inPoints: number | null }) {
  return (
    <>
      {change(value)}
      {inPoints !== null && <small> {t('compare.inPoints', { points: points(inPoints) })}</small>}
    </>
  );
}
