import './units.css';
import { useEffect } from 'preact/hooks';
import { ProblemText } from '../app/ProblemText';
import { useFigureDates } from '../figures/dates';
import { useCatalogue } from '../figures/useCatalogue';
import { useRollUp } from '../figures/useRollUp';
import { Breadcrumb } from './Breadcrumb';
import { Counts } from './Counts';
import { Headlines } from './Headlines';
import { LevelMatrix } from './LevelMatrix';
import { ModelFigures } from './ModelFigures';
import { Simulated } from './Simulated';
import { UnitTitle } from './UnitTitle';

/** A unit: its headline figures, and those of the units below it. The same shape at every level. */
export function UnitPage({ code }: { code: string }) {
  const dates = useFigureDates();
  const catalogue = useCatalogue();
  const { value: rollUp, problem } = useRollUp(code, dates);
  useEffect(() => {
    if (rollUp !== undefined) document.title = rollUp.name;
  }, [rollUp?.name]);
  if (rollUp === undefined || catalogue === undefined) return <ProblemText problem={problem} />;
  return (
    <>
      <Breadcrumb unit={rollUp} />
      <UnitTitle rollUp={rollUp} dates={dates} />
      <Simulated when={rollUp.simulated} />
      <ProblemText problem={problem} />
      <Headlines rollUp={rollUp} catalogue={catalogue} dates={dates} />
      <LevelMatrix rollUp={rollUp} catalogue={catalogue} />
      <div class="side-by-side">
        <Counts rollUp={rollUp} catalogue={catalogue} />
        <ModelFigures rollUp={rollUp} />
      </div>
    </>
  );
}
