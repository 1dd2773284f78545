import type { Catalogue, RollUp } from '../api/contract';
import { number, percent } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { labelText, t } from '../text/text';
import { Figure } from './Figure';
import { headlineFigure } from './headline';
import { type Selection, useSelection } from './useSelection';

/** Every status indicator at every level below a unit. A figure selects what the rest of the page shows. */
export function LevelMatrix({ rollUp, catalogue }: { rollUp: RollUp; catalogue: Catalogue }) {
  const [selected, select] = useSelection(rollUp);
  const levels = Object.keys(rollUp.reporting);
  if (levels.length === 0) return null;
  const indicators = catalogue.indicators.filter((one) => one.type === 'status' && one.id in rollUp.statuses);
  return (
    <section class="card" aria-labelledby="levels-title">
      <h2 id="levels-title">{t('levels')}</h2>
      <Scroll labelledBy="levels-title">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              {levels.map((level) => (
                <th key={level} scope="col">
                  {labelText(catalogue.levelLabels[level])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">{labelText(indicator.label)}</th>
                {levels.map((level) => (
                  <Cell key={level} rollUp={rollUp} at={{ indicator: indicator.id, level }} {...{ selected, select }} />
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('reporting')}</th>
              {levels.map((level) => {
                const counted = rollUp.reporting[level] ?? { reported: 0, total: 0 };
                return (
                  <td key={level}>
                    <Figure value={counted.reported}>
                      {number(counted.reported)}/{number(counted.total)}
                    </Figure>{' '}
                    <small>{percent(counted.reported, counted.total)}</small>
                  </td>
                );
              })}
            </tr>
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Cell(props: {
  rollUp: RollUp;
  at: Selection;
  selected: Selection | undefined;
  select: (at: Selection) => void;
}) {
  const { rollUp, at, selected, select } = props;
  const headline = rollUp.headlines.find((one) => one.indicator === at.indicator && one.level === at.level);
  if (headline === undefined) return <td>–</td>;
  return (
    <td>
      <button
        type="button"
        class="cell"
        aria-pressed={selected?.indicator === at.indicator && selected.level === at.level}
        onClick={() => select(at)}
      >
        <Figure value={headline.complete}>{headlineFigure(headline)}</Figure>{' '}
        <small>{percent(headline.complete, headline.total)}</small>
      </button>
    </td>
  );
}
