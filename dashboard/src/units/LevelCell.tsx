import type { RollUp } from '../api/contract';
import { percent } from '../format/format';
import { Figure } from './Figure';
import { headlineFigure } from './headline';
import { type Selection, useSelection } from './useSelection';

/** A status indicator at a level, as a button that selects it; `–` where it does not apply. */
export function LevelCell({ rollUp, at }: { rollUp: RollUp; at: Selection }) {
  const [selected, select] = useSelection(rollUp);
  const headline = rollUp.headlines.find((one) => one.indicator === at.indicator && one.level === at.level);
  if (headline === undefined) return <>–</>;
  return (
    <button
      type="button"
      class="cell"
      aria-pressed={selected?.indicator === at.indicator && selected.level === at.level}
      onClick={() => select(at)}
    >
      <Figure value={headline.complete}>{headlineFigure(headline)}</Figure>{' '}
      <small>{percent(headline.complete, headline.total)}</small>
    </button>
  );
}
