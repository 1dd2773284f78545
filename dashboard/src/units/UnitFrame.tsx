import './units.css';
import { type ComponentChildren, Fragment } from 'preact';
import type { Catalogue, RollUp } from '../api/contract';
import { ApiError } from '../api/http';
import { type FigureDates, useFigureDates } from '../figures/dates';
import { useCatalogue } from '../figures/useCatalogue';
import { useRollUp } from '../figures/useRollUp';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { DateBar } from '../time/DateBar';
import { Breadcrumb } from './Breadcrumb';
import { DeadEnd } from './DeadEnd';
import { FixedBanner } from './FixedBanner';
import { Simulated } from './Simulated';
import { UnitNav, useView } from './UnitNav';
import { UnitTitle } from './UnitTitle';

/** What a view of a unit is given: its roll-up at the page's dates, and what is counted. */
export interface UnitView {
  rollUp: RollUp;
  catalogue: Catalogue;
  dates: FigureDates;
}

/**
 * What every view of a unit has: the units above it, its name, of when its figures are, and its other views.
 * @param props.dateBar Where the dates are chosen, in a view that has more of them than the page.
 */
export function UnitFrame(props: {
  code: string;
  dateBar?: ComponentChildren;
  children: (view: UnitView) => ComponentChildren;
}) {
  const { code, dateBar, children } = props;
  const dates = useFigureDates();
  const catalogue = useCatalogue();
  const view = useView(code);
  const { value: rollUp, problem } = useRollUp(code, dates);
  const deadEnd = rollUp === undefined ? deadEndOf(problem) : undefined;
  if (deadEnd !== undefined)
    return <DeadEnd title={t(`deadEnd.${deadEnd}`)} text={t(`deadEnd.${deadEnd}.text`, { code })} />;
  const isRead = rollUp !== undefined && catalogue !== undefined;
  return (
    <>
      <div class="unit-head">
        {rollUp !== undefined && (
          <>
            <Breadcrumb unit={rollUp} dates={dates} />
            <UnitTitle {...{ rollUp, dates, view }} />
            <Simulated when={rollUp.simulated} />
          </>
        )}
        <UnitNav code={code} />
        {dateBar ?? <DateBar dates={dates} />}
        {rollUp !== undefined && <FixedBanner rollUp={rollUp} dates={dates} />}
      </div>
      <ProblemText problem={problem} />
      {/* What was chosen in the tables of one unit says nothing about another. */}
      {isRead && <Fragment key={code}>{children({ rollUp, catalogue, dates })}</Fragment>}
    </>
  );
}

function deadEndOf(problem: unknown): 'unknown' | 'refused' | undefined {
  if (!(problem instanceof ApiError)) return undefined;
  if (problem.problem.status === 404) return 'unknown';
  return problem.problem.status === 403 ? 'refused' : undefined;
}
