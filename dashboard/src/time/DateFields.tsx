import { serverNow } from '../api/clock';
import type { FigureDates } from '../figures/dates';
import { today } from '../format/format';
import { t } from '../text/text';
import { DateField } from './DateField';
import { momentEntry } from './entry';
import { firstDay } from './firstDay';
import { type DateNames, pageDates } from './readDates';
import { toLocal } from './vietnam';

/** Two fields of a form, for a day and for date and time in Việt Nam, that begin with some dates. */
export function DateFields({ dates, names = pageDates }: { dates: FigureDates; names?: DateNames }) {
  return (
    <>
      <DateField label={t('time.asOf')} name={names.asOf} min={firstDay} max={today()} value={dates.asOf ?? ''} />
      <DateField
        label={t('time.knownAt')}
        name={names.knownAt}
        kind={momentEntry}
        min={`${firstDay}T07:00:00`}
        max={toLocal(serverNow())}
        value={dates.knownAt === undefined ? '' : toLocal(dates.knownAt)}
      />
    </>
  );
}
