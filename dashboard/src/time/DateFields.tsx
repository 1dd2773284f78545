import { serverNow } from '../api/clock';
import type { FigureDates } from '../figures/dates';
import { today } from '../format/format';
import { t } from '../text/text';
import { DateField } from './DateField';
import { momentEntry } from './entry';
import { firstDay } from './firstDay';
import { toLocal } from './vietnam';

/** Two fields of a form, `asOf` (a day) and `knownAt` (date and time in Việt Nam), that begin with some dates. */
export function DateFields({ dates }: { dates: FigureDates }) {
  return (
    <>
      <DateField label={t('time.asOf')} name="asOf" min={firstDay} max={today()} value={dates.asOf ?? ''} />
      <DateField
        label={t('time.knownAt')}
        name="knownAt"
        kind={momentEntry}
        min={`${firstDay}T07:00:00`}
        max={toLocal(serverNow())}
        value={dates.knownAt === undefined ? '' : toLocal(dates.knownAt)}
      />
    </>
  );
}
