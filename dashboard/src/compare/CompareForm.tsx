import './compare.css';
import { type FigureDates, isLive, useFigureDates, useQuery } from '../figures/dates';
import { t } from '../text/text';
import { DateFields } from '../time/DateFields';
import { FixedLink } from '../time/FixedLink';
import { fixed } from '../time/fixed';
import { type DateNames, pageDates, readDates } from '../time/readDates';
import { otherDates, useOtherDates } from './useComparison';

/** Chooses both ends of a comparison, side by side. */
export function CompareForm() {
  const dates = useFigureDates();
  const other = useOtherDates(dates);
  const [, setQuery] = useQuery();
  const live = { asOf: undefined, knownAt: undefined };
  return (
    <form
      class="compare-form"
      aria-label={t('compare.dates')}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        setQuery({ ...named(readDates(form, otherDates), otherDates), ...readDates(form) });
      }}
    >
      <fieldset>
        <legend>{t('compare.before')}</legend>
        <DateFields dates={other} names={otherDates} />
      </fieldset>
      <fieldset>
        <legend>{t('compare.after')}</legend>
        <DateFields dates={dates} names={pageDates} />
      </fieldset>
      <button type="submit" class="primary">
        {t('compare')}
      </button>
      {!isLive(dates) && (
        <button type="button" onClick={() => setQuery(live)}>
          {t('time.live')}
        </button>
      )}
      <FixedLink dates={() => ({ ...fixed(dates), ...named(fixed(other), otherDates) })} />
    </form>
  );
}

function named({ asOf, knownAt }: FigureDates, names: DateNames) {
  return { [names.asOf]: asOf, [names.knownAt]: knownAt };
}
