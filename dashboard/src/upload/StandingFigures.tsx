import type { Catalogue, Report, RollUp } from '../api/contract';
import { useRollUp } from '../figures/useRollUp';
import { Figure } from '../units/Figure';
import { figureName, figureText, type StatedFigure, statedFigures } from '../units/stated';

const live = { asOf: undefined, knownAt: undefined };

/** What the system shows at this moment of the figures that a report states: changes as soon as it is recorded. */
export function StandingFigures({ report, catalogue }: { report: Report; catalogue: Catalogue }) {
  const { value: rollUp } = useRollUp(report.unit, live);
  if (rollUp === undefined) return <>…</>;
  const own = statedFigures(report)
    .map((figure) => {
      const standing = { ...figure, value: standingValue(figure, rollUp) };
      return `${figureName(figure, catalogue)}: ${figureText(standing, catalogue)}`;
    })
    .join('; ');
  return <Figure value={own}>{own}</Figure>;
}

function standingValue({ kind, id }: StatedFigure, rollUp: RollUp): string | number {
  if (kind === 'status') return rollUp.statuses[id]?.own ?? 'unreported';
  return (kind === 'count' ? rollUp.counts[id]?.own : rollUp.declared[id]) ?? 0;
}
