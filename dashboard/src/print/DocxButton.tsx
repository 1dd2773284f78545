import { useSignal } from '@preact/signals';
import { ProblemText } from '../parts/ProblemText';
import { download } from '../takeaway/download';
import { fileName } from '../takeaway/fileName';
import { t } from '../text/text';
import type { Paper } from './paper';

/** Saves the report as a document that a word processor edits. */
export function DocxButton({ paper }: { paper: Paper | undefined }) {
  const problem = useSignal<unknown>(undefined);
  const save = async (saved: Paper) => {
    problem.value = undefined;
    try {
      const { toDocx } = await import('./docx/toDocx');
      download(fileName(saved.subject, 'docx'), toDocx(saved));
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <>
      <button type="button" disabled={paper === undefined} onClick={() => paper && void save(paper)}>
        {t('print.docx')}
      </button>
      <ProblemText problem={problem.value} />
    </>
  );
}
