import { instant } from '../format/format';
import { connection } from '../live/connection';
import { t } from '../text/text';

/** Says across a room that figures stand still, and since when. */
export function WallStale() {
  const now = connection.value;
  return now.state === 'stale' ? (
    <p class="wall-stale" role="alert">
      {t('live.stale', { since: instant(now.since) })}
    </p>
  ) : null;
}
