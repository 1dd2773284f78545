import { useChildren } from '../figures/useChildren';
import { day, instant } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { ReportFoot } from './ReportFoot';
import { ReportHead } from './ReportHead';
import { ReportOutstanding } from './ReportOutstanding';
import { ReportTable } from './ReportTable';
import { ReportText } from './ReportText';
import { useSimulatedText } from './useSimulatedText';

/** The report: what is printed, and nothing else is. */
export function Report({ view, asOf, knownAt }: { view: UnitView; asOf: string; knownAt: string }) {
  const { rollUp, dates } = view;
  useSimulatedText();
  const { value: children, problem } = useChildren(rollUp, undefined, dates);
  return (
    <article class={`paper ${rollUp.simulated ? 'is-simulated' : ''}`} aria-labelledby="report-title">
      <ReportHead {...{ asOf, knownAt, rollUp }} />
      {rollUp.simulated && <p class="paper-mark">{t('simulated')}</p>}
      <p class="paper-dates">{t('asOf.both', { day: day(asOf), instant: instant(knownAt) })}.</p>
      <ReportText {...view} />
      <ProblemText problem={problem} />
      {children !== undefined && children.length > 0 && (
        <>
          <ReportTable {...{ view, children }} />
          <ReportOutstanding {...{ view, children }} />
        </>
      )}
      <ReportFoot />
    </article>
  );
}
