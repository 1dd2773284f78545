import './time.css';
import { type FigureDates, isLive, useQuery } from '../figures/dates';
import { t } from '../text/text';
import { DateFields } from './DateFields';
import { FixedLink } from './FixedLink';
import { fixed } from './fixed';
import { readDates } from './readDates';

/** Chooses of when the whole page is: the day that figures speak of, the instant as known at, or live. */
export function DateBar({ dates }: { dates: FigureDates }) {
  const [, setQuery] = useQuery();
  return (
    <details class="date-bar" open={!isLive(dates)}>
      <summary>{t('time.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQuery({ ...readDates(event.currentTarget) });
        }}
      >
        <DateFields dates={dates} />
        <button type="submit" class="primary">
          {t('time.show')}
        </button>
        {!isLive(dates) && (
          <button type="button" onClick={() => setQuery({ asOf: undefined, knownAt: undefined })}>
            {t('time.live')}
          </button>
        )}
        <FixedLink dates={() => fixed(dates)} />
      </form>
    </details>
  );
}
