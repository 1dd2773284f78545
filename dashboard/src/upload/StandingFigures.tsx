import { Link } from 'wouter-preact';
import type { Catalogue, Report } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { useRollUp } from '../figures/useRollUp';
import { number } from '../format/format';
import { labelText } from '../text/text';
import { Figure } from '../units/Figure';
import { stateLabel } from '../units/states';

const live = { asOf: undefined, knownAt: undefined };

/** What the system shows at this moment of the figures that a report states: changes as soon as it is recorded. */
export function StandingFigures({ report, catalogue }: { report: Report; catalogue: Catalogue }) {
  const { value: rollUp } = useRollUp(report.unit, live);
  if (rollUp === undefined) return <>…</>;
  const own = [
    ...Object.keys(report.statuses ?? {}).map((id) => stateLabel(catalogue, id, rollUp.statuses[id]?.own ?? null)),
    ...Object.keys(report.counts ?? {}).map(
      (id) => `${labelText(findIndicator(catalogue, id)?.label)}: ${number(rollUp.counts[id]?.own ?? 0)}`,
    ),
  ].join('; ');
  return (
    <>
      <Figure value={own}>{own}</Figure> <Link href={`/units/${rollUp.code}`}>{rollUp.name}</Link>
    </>
  );
}
