import './compare.css';
import { ProblemText } from '../parts/ProblemText';
import type { UnitView } from '../units/UnitFrame';
import { ComparedOwn } from './ComparedOwn';
import { ComparedTable } from './ComparedTable';
import { ComparedUnits } from './ComparedUnits';
import { sideTitles } from './sideTitle';
import { useComparison } from './useComparison';

/** Every figure at both dates, which of the units below have changed, and what the unit itself had. */
export function Compare(view: UnitView) {
  const { rollUp, dates } = view;
  const comparison = useComparison(rollUp.code, dates);
  const before = comparison.before.value;
  const titles = before && sideTitles(before, comparison.dates, rollUp, dates);
  return (
    <>
      <ProblemText problem={comparison.before.problem} />
      {before !== undefined && titles !== undefined && (
        <>
          <ComparedTable {...{ view, before, titles }} />
          <ComparedUnits {...{ view, before, titles }} beforeDates={comparison.dates} />
          <ComparedOwn {...{ view, titles }} beforeDates={comparison.dates} />
        </>
      )}
    </>
  );
}
