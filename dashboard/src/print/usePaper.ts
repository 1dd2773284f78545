import type { Answer } from '../figures/useAnswer';
import { useChildren } from '../figures/useChildren';
import { standingFigures, standingReports } from '../units/standing';
import type { UnitView } from '../units/UnitFrame';
import { useOwnReports } from '../units/useOwnReports';
import { dated, type FieldName, fields } from './fields';
import type { Paper } from './paper';
import { paperOf } from './paperOf';

/** The report of a unit as it is typed; undefined until all its figures have been read. */
export function usePaper(view: UnitView, asOf: string, knownAt: string): Answer<Paper> {
  const children = useChildren(view.rollUp, undefined, view.dates);
  const own = useOwnReports(view.rollUp);
  const typed = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
  const problem = children.problem ?? own.problem;
  if (children.value === undefined || own.value === undefined) return { value: undefined, problem };
  const reports = standingReports(own.value.items, view.dates);
  const paper = paperOf({
    typed: typed as Record<FieldName, string>,
    dated: dated.value,
    view,
    asOf,
    knownAt,
    children: children.value,
    own: { figures: standingFigures(reports), hasReported: reports.length > 0, isWhole: own.value.next === null },
  });
  return { value: paper, problem };
}
