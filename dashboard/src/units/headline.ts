import type { Catalogue, Headline, RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number } from '../format/format';
import { labelText } from '../text/text';

/** A headline's figure: `62/63`. */
export function headlineFigure(headline: Headline): string {
  return `${number(headline.complete)}/${number(headline.total)}`;
}

/** What a headline counts, in the language chosen: `kiện toàn`. */
export function headlineLabel(headline: Headline, catalogue: Catalogue): string {
  return labelText(findIndicator(catalogue, headline.indicator)?.label);
}

/** The headline of the same indicator and level in another roll-up. */
export function sameHeadline(rollUp: RollUp, headline: Headline): Headline | undefined {
  return rollUp.headlines.find((other) => other.indicator === headline.indicator && other.level === headline.level);
}
