import { t } from '../text/text';
import type { Paper } from './paper';
import { ReportFoot } from './ReportFoot';
import { ReportHead } from './ReportHead';
import { ReportTable } from './ReportTable';
import { useSimulatedText } from './useSimulatedText';

/** The report: what is printed, and nothing else is. */
export function Report({ paper }: { paper: Paper }) {
  useSimulatedText();
  return (
    <article class={`paper ${paper.simulated ? 'is-simulated' : ''}`} aria-labelledby="report-title">
      <ReportHead paper={paper} />
      {paper.simulated && <p class="paper-mark">{t('simulated')}</p>}
      {paper.blocks.map((block, index) => {
        if (block.kind === 'table') return <ReportTable key={index} table={block} />;
        if (block.kind === 'part') {
          return (
            <h3 key={index} class="paper-part">
              {block.text}
            </h3>
          );
        }
        return (
          <p key={index} class={`paper-${block.kind}`}>
            {block.text}
          </p>
        );
      })}
      <ReportFoot paper={paper} />
    </article>
  );
}
