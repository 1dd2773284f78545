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
 * @param props.sheet Gives the whole table as it is when a button is pressed; it may have to read some of it first.
 * @param props.isDisabled True while the table is not whole.
 * @param props.children Further buttons.
 */
export function TakeAway(props: {
  sheet: () => Sheet | Promise<Sheet>;
  isDisabled?: boolean;
  children?: ComponentChildren;
}) {
  const problem = useSignal<unknown>(undefined);
  const isBusy = useSignal(false);

  const save = async (extension: string, write: (sheet: Sheet) => Blob | Promise<Blob>) => {
    problem.value = undefined;
    isBusy.value = true;
    try {
      const taken = await props.sheet();
      download(fileName(taken.title, extension), await write(taken));
    } catch (error) {
      problem.value = error;
    } finally {
      isBusy.value = false;
    }
  };
  const saveCsv = () => save('csv', (taken) => new Blob([toCsv(taken)], { type: 'text/csv;charset=utf-8' }));
  const saveXlsx = () => save('xlsx', async (taken) => (await import('./xlsx')).toXlsx(taken));
  const isDisabled = props.isDisabled === true || isBusy.value;

  return (
    <div class="take-away">
      <button type="button" disabled={isDisabled} onClick={() => void saveCsv()}>
        {t('takeAway.csv')}
      </button>
      <button type="button" disabled={isDisabled} onClick={() => void saveXlsx()}>
        {t('takeAway.xlsx')}
      </button>
      {props.children}
      <ProblemText problem={problem.value} />
    </div>
  );
}
