import './history.css';
import { useQuery } from '../figures/dates';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { HistoryForm } from './HistoryForm';
import { HistoryPlots } from './HistoryPlots';
import { HistoryTable } from './HistoryTable';
import { OwnHistory } from './OwnHistory';
import { mostPoints, pointsOf, rangeFault } from './range';
import { findSubject, subjectsOf } from './subject';
import { useHistory } from './useHistory';
import { useHistoryRange } from './useHistoryRange';

/** A unit's history: the choice of what and when, a chart, and a table with the same figures. */
export function History(view: UnitView) {
  const { rollUp, catalogue, dates } = view;
  const [values] = useQuery();
  const subjects = subjectsOf(rollUp, catalogue);
  const subject = findSubject(subjects, values.get('indicator'), values.get('level')) ?? { indicator: '', level: null };
  const range = useHistoryRange(dates);
  const { value: lines, problem } = useHistory(view, subject, range);
  const fault = rangeFault(range);
  return (
    <>
      <HistoryForm {...{ catalogue, subjects, subject, range, dates }} />
      {fault !== undefined && (
        <p class="problem" role="alert">
          {t(`history.${fault}`, { points: number(pointsOf(range)), most: number(mostPoints) })}
        </p>
      )}
      <ProblemText problem={problem} />
      {lines !== undefined && (
        <>
          <HistoryPlots {...{ view, subject, lines }} />
          <HistoryTable {...{ lines, catalogue, subject }} />
        </>
      )}
      <OwnHistory {...view} />
    </>
  );
}
