import type { Catalogue, RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { labelText, t } from '../text/text';
import { HeadlineCard } from './HeadlineCard';
import { useEarlier } from './useEarlier';

/** The headline figures of the level just below a unit, big enough for a meeting room. */
export function Headlines(props: { rollUp: RollUp; catalogue: Catalogue; dates: FigureDates }) {
  const { rollUp, catalogue, dates } = props;
  const earlier = useEarlier(rollUp.code, dates);
  const level = rollUp.headlines[0]?.level;
  if (level === undefined) return null;
  return (
    <section aria-labelledby="headlines-title">
      <h2 id="headlines-title">{t('headlines', { level: labelText(catalogue.levelLabels[level]) })}</h2>
      <ul class="headlines">
        {rollUp.headlines
          .filter((headline) => headline.level === level)
          .map((headline) => (
            <li key={headline.indicator}>
              <HeadlineCard {...{ rollUp, headline, catalogue, dates, earlier }} />
            </li>
          ))}
      </ul>
    </section>
  );
}
