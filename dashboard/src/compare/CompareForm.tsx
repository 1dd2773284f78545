import { type FigureDates, useQuery } from '../figures/dates';
import { t } from '../text/text';
import { DateFields } from '../time/DateFields';
import { readDates } from '../time/readDates';

/** Chooses the dates that the page's figures are compared with. */
export function CompareForm({ dates }: { dates: FigureDates }) {
  const [, setQuery] = useQuery();
  return (
    <form
      class="compare-form"
      aria-label={t('compare.with')}
      onSubmit={(event) => {
        event.preventDefault();
        const { asOf, knownAt } = readDates(event.currentTarget);
        setQuery({ with: asOf, withKnownAt: knownAt });
      }}
    >
      <strong>{t('compare.with')}</strong>
      <DateFields dates={dates} />
      <button type="submit" class="primary">
        {t('compare')}
      </button>
    </form>
  );
}
