import './compare.css';
import { ProblemText } from '../parts/ProblemText';
import type { UnitView } from '../units/UnitFrame';
import { ComparedTable } from './ComparedTable';
import { ComparedUnits } from './ComparedUnits';
import { CompareForm } from './CompareForm';
import { sideTitle } from './sideTitle';
import { useComparison } from './useComparison';

/** The choice of the other date, every figure at both dates, and which of the units below have changed. */
export function Compare(view: UnitView) {
  const { rollUp, dates } = view;
  const comparison = useComparison(rollUp.code, dates);
  const before = comparison.before.value;
  return (
    <>
      <CompareForm dates={comparison.dates} />
      <ProblemText problem={comparison.before.problem} />
      {before !== undefined && (
        <>
          <ComparedTable
            {...{ view, before }}
            titles={[sideTitle(before, comparison.dates), sideTitle(rollUp, dates)]}
          />
          <ComparedUnits {...{ view, before }} beforeDates={comparison.dates} />
        </>
      )}
    </>
  );
}
