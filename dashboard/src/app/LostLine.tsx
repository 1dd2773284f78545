import { isLost } from '../api/line';
import { t } from '../text/text';
import { tryLine } from './useLine';

/** Says that the silo is not reached, and tries again at once when asked to; nothing while it is. */
export function LostLine() {
  if (!isLost.value) return null;
  return (
    <p class="lost-line problem" role="alert">
      {t('problem.lost')}{' '}
      <button type="button" onClick={tryLine}>
        {t('problem.retry')}
      </button>
    </p>
  );
}
