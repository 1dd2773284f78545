import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { PrintForm } from './PrintForm';
import { Report } from './Report';
import { usePaper } from './usePaper';

/** The form of the report, and the report as it will be on paper. */
export function PrintView({ view, asOf, knownAt }: { view: UnitView; asOf: string; knownAt: string }) {
  const { value: paper, problem } = usePaper(view, asOf, knownAt);
  return (
    <>
      <PrintForm paper={paper} />
      <ProblemText problem={problem} />
      <h2 id="report-title" class="sr-only">
        {t('views.print')}
      </h2>
      {paper !== undefined && (
        <Scroll labelledBy="report-title">
          <Report paper={paper} />
        </Scroll>
      )}
    </>
  );
}
