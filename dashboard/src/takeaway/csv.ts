import { type Sheet, type SheetCell, sheetHead } from './sheet';

/** A sheet as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel knows the encoding). */
export function toCsv(sheet: Sheet): string {
  const lines = [...sheetHead(sheet).map((line) => [line]), sheet.headers, ...sheet.rows];
  return `\uFEFF${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
}

// Where a cell may begin, whatever a spreadsheet takes for the separator, and what it would run there as a formula.
const formula = /(^|[,;\t\r\n|][\s"]*)(?=[=+\-@\t\r])/g;

/** A cell, quoted where it must be. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replace(formula, "$1'");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
