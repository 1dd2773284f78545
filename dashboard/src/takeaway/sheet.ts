import { t } from '../text/text';

/** A cell: a number stays a number, everything else is text (codes keep their zeros), null is blank. */
export type SheetCell = string | number | null;

/** A table that leaves the page as a file. */
export interface Sheet {
  /** What the table shows: its first line, and the file's name. */
  title: string;
  /** The sentence that says of when the figures are. */
  asOf: string;
  simulated: boolean;
  headers: string[];
  /** As many cells a row as there are headers. */
  rows: SheetCell[][];
}

/** The lines above a sheet's headers: title, of when it is, the mark of simulated figures, and a blank line. */
export function sheetHead(sheet: Sheet): string[] {
  return [sheet.title, sheet.asOf, ...(sheet.simulated ? [t('simulated')] : []), ''];
}
