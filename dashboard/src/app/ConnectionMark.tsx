import { isFixed, isLive, useFigureDates } from '../figures/dates';
import { instant } from '../format/format';
import { connection } from '../live/connection';
import { t } from '../text/text';

/** Says whether the page hears of changes, and since when it does not; of figures that are not live, that. */
export function ConnectionMark() {
  const now = connection.value;
  const dates = useFigureDates();
  if (!isLive(dates))
    return (
      <p class="connection fixed" role="status">
        {t(isFixed(dates) ? 'live.fixed' : 'live.dated')}
      </p>
    );
  if (now.state === 'connecting') return null;
  return (
    <p class={`connection ${now.state}`} role="status">
      {now.state === 'live' ? t('live.live') : t('live.stale', { since: instant(now.since) })}
    </p>
  );
}
