import { useId } from 'preact/hooks';
import { serverNow } from '../api/clock';
import type { FigureDates } from '../figures/dates';
import { today } from '../format/format';
import { t } from '../text/text';
import { firstDay } from './firstDay';
import { toLocal } from './vietnam';

/** Two fields of a form, `asOf` (a day) and `knownAt` (date and time in Việt Nam), that begin with some dates. */
export function DateFields({ dates }: { dates: FigureDates }) {
  const id = useId();
  return (
    <>
      <label for={`${id}-asOf`}>{t('time.asOf')}</label>
      <input
        id={`${id}-asOf`}
        key={`asOf ${dates.asOf}`}
        name="asOf"
        type="date"
        min={firstDay}
        max={today()}
        defaultValue={dates.asOf ?? ''}
      />
      <label for={`${id}-knownAt`}>{t('time.knownAt')}</label>
      <input
        id={`${id}-knownAt`}
        key={`knownAt ${dates.knownAt}`}
        name="knownAt"
        type="datetime-local"
        step={1}
        min={`${firstDay}T07:00:00`}
        max={toLocal(serverNow())}
        defaultValue={dates.knownAt === undefined ? '' : toLocal(dates.knownAt)}
      />
    </>
  );
}
