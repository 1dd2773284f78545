import { serverNow } from '../api/clock';
import { instant } from '../format/format';
import { t } from '../text/text';

/** A cell: a number stays a number, everything else is text (codes keep their zeros), null is blank: never reported. */
export type SheetCell = string | number | null;

/** A column of a sheet. */
export interface SheetColumn {
  header: string;
  /** What its cells are, where it is no plain text or number: days as `yyyy-mm-dd`, shares between 0 and 1, percentage points. */
  format?: 'day' | 'share' | 'points';
}

/** A table that leaves the page as a file. */
export interface Sheet {
  /** What the table shows of whom: the file's name. */
  title: string;
  /** What the table shows, in a few words: the name of the sheet in a workbook. */
  name: string;
  /** The sentence that says of when the figures are. */
  asOf: string;
  simulated: boolean;
  columns: SheetColumn[];
  /** As many cells a row as there are columns. */
  rows: SheetCell[][];
  /** What the rows come to, cell by cell; left out where nothing adds up. */
  total?: SheetCell[];
}

/** Where a sheet comes from: title, of when it is, when it was made, the mark of simulated figures. */
export function provenance(sheet: Sheet): string[] {
  return [
    sheet.title,
    sheet.asOf,
    t('takeAway.madeAt', { instant: instant(serverNow()) }),
    ...(sheet.simulated ? [t('simulated')] : []),
  ];
}

/** The rows of a sheet and what they come to. */
export function rowsWithTotal({ rows, total }: Sheet): SheetCell[][] {
  return total === undefined ? rows : [...rows, total];
}

/** The sum of some cells; blank when all are. */
export function sumCells(cells: readonly (number | null)[]): number | null {
  return cells.reduce((sum, cell) => (cell === null ? sum : (sum ?? 0) + cell), null);
}
