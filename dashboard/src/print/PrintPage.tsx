import './print.css';
import { useEffect } from 'preact/hooks';
import { useFigureDates, useQuery } from '../figures/dates';
import { fixed } from '../time/fixed';
import { UnitFrame } from '../units/UnitFrame';
import { PrintView } from './PrintView';

/** A unit's figures as an official report on A4. Both dates are fixed, so that the same report can be printed again. */
export function PrintPage({ code }: { code: string }) {
  const { asOf, knownAt } = useFigureDates();
  const [, setQuery] = useQuery();
  const isFixed = asOf !== undefined && knownAt !== undefined;
  useEffect(() => {
    if (!isFixed) setQuery(fixed({ asOf, knownAt }));
  }, [isFixed]);
  if (!isFixed) return null;
  return <UnitFrame code={code}>{(view) => <PrintView view={view} asOf={asOf} knownAt={knownAt} />}</UnitFrame>;
}
