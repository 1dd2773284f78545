import { percentage } from '../format/format';
import { language } from '../settings/language';
import { provenance, rowsWithTotal, type Sheet, type SheetCell, type SheetColumn } from './sheet';

// A spreadsheet takes the separator of lists from its country's settings: where the comma is the decimal mark, it is the semicolon.
const separators = { vi: ';', en: ',' };
const decimalMarks = { vi: ',', en: '.' };

/**
 * A sheet as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel knows the encoding). The headers come first, so that programs
 * find them; where it comes from is said below the rows, after an empty line.
 */
export function toCsv(sheet: Sheet): string {
  const lines = [
    sheet.columns.map((column) => csvCell(column.header)),
    ...rowsWithTotal(sheet).map((row) => row.map((cell, index) => csvCell(cell, sheet.columns[index]?.format))),
    [],
    ...provenance(sheet).map((line) => [csvCell(line)]),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(separators[language.value])}\r\n`).join('')}`;
}

// Where a cell may begin, whatever a spreadsheet takes for the separator, and what it would run there as a formula.
const formula = /(^|[,;\t\r\n|])([\s"]*)(?=[=+\-@])|^(?=[\t\r])/g;

/** A cell, quoted where it must be. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(cell: SheetCell, format?: SheetColumn['format']): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? cell.replace(formula, "$1$2'") : numberText(cell, format);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function numberText(value: number, format: SheetColumn['format']): string {
  return format === 'share' ? percentage(value) : String(value).replace('.', decimalMarks[language.value]);
}
