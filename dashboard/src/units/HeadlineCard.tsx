import type { Catalogue, Headline, RollUp } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { Disclosure } from '../parts/Disclosure';
import { Changes } from './Changes';
import { FewOutstanding } from './FewOutstanding';
import { Figure } from './Figure';
import { headlineFigure, headlineLabel, sameHeadline } from './headline';
import { StateBar } from './StateBar';
import { StateList } from './StateList';
import { stateShares } from './states';
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
  const shares = stateShares(rollUp, catalogue, headline.indicator, headline.level);
  const head = (
    <>
      <h3>
        <Figure value={headline.complete}>{headlineFigure(headline)}</Figure>
        <span class="headline-label">{headlineLabel(headline, catalogue)}</span>
      </h3>
      <StateBar shares={shares} />
    </>
  );
  return (
    <article class="headline card">
      <Disclosure head={head}>
        <StateList shares={shares} />
        <FewOutstanding {...{ rollUp, headline, catalogue, dates }} />
        <Changes
          now={headline.complete}
          earlier={earlier}
          of={(other) => sameHeadline(other, headline)?.complete ?? 0}
        />
      </Disclosure>
    </article>
  );
}
