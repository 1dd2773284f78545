import type { Catalogue, Headline, RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { Changes } from './Changes';
import { FewOutstanding } from './FewOutstanding';
import { Figure } from './Figure';
import { headlineFigure, headlineLabel, sameHeadline } from './headline';
import { StateBar } from './StateBar';
import type { Since } from './useEarlier';

/** One headline: `62/63 kiện toàn`, its states, its changes, and by name those that are left when they are few. */
export function HeadlineCard(props: {
  rollUp: RollUp;
  headline: Headline;
  catalogue: Catalogue;
  dates: FigureDates;
  earlier: Record<Since, RollUp> | undefined;
}) {
  const { rollUp, headline, catalogue, dates, earlier } = props;
  return (
    <article class="headline card">
      <h3>
        <Figure value={headline.complete}>{headlineFigure(headline)}</Figure>
        <span class="headline-label">{headlineLabel(headline, catalogue)}</span>
      </h3>
      <StateBar {...{ rollUp, catalogue }} indicator={headline.indicator} level={headline.level} />
      <FewOutstanding {...{ rollUp, headline, catalogue, dates }} />
      <Changes now={headline.complete} earlier={earlier} of={(other) => sameHeadline(other, headline)?.complete ?? 0} />
    </article>
  );
}
