import './takeaway.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { toCsv } from './csv';
import { download } from './download';
import { fileName } from './fileName';
import type { Sheet } from './sheet';

/**
 * Buttons that save a table as CSV and as an Excel workbook.
 * @param sheet Gives the table as it is when a button is pressed.
 * @param children Further buttons.
 */
export function TakeAway({ sheet, children }: { sheet: () => Sheet; children?: ComponentChildren }) {
  const problem = useSignal<unknown>(undefined);

  const saveCsv = () => {
    const taken = sheet();
    download(fileName(taken.title, 'csv'), new Blob([toCsv(taken)], { type: 'text/csv;charset=utf-8' }));
  };

  const saveXlsx = async () => {
    const taken = sheet();
    problem.value = undefined;
    try {
      const { toXlsx } = await import('./xlsx');
      download(fileName(taken.title, 'xlsx'), await toXlsx(taken));
    } catch (error) {
      problem.value = error;
    }
  };

  return (
    <div class="take-away">
      <button type="button" onClick={saveCsv}>
        {t('takeAway.csv')}
      </button>
      <button type="button" onClick={() => void saveXlsx()}>
        {t('takeAway.xlsx')}
      </button>
      {children}
      <ProblemText problem={problem.value} />
    </div>
  );
}
