import writeWorkbook, { type CellObject, type Feature, type SheetData } from 'write-excel-file/universal';
import { t } from '../text/text';
import { escaped } from './markup';
import { provenance, rowsWithTotal, type Sheet, type SheetCell, type SheetColumn } from './sheet';

const widest = 60;
const narrowest = 8;
const longestName = 31;

// Excel writes them with the marks of its reader's country.
const formats = { number: '#,##0', day: 'dd/mm/yyyy', share: '0.0%', points: '0.0' };

/** A sheet as an Excel workbook: numbers, days and shares are such, the headers filter the rows and stay in sight, the total is bold. */
export function toXlsx(sheet: Sheet): Promise<Blob> {
  const head = provenance(sheet);
  const { columns, rows } = sheet;
  const headers = head.length + 2;
  const name = sheetName(sheet.name);
  const data: SheetData = [
    ...head.map((line, index) => [{ value: line, type: String, ...(index === 0 && bold) }]),
    [],
    columns.map(({ header }) => ({ value: header, type: String, ...bold, wrap: true })),
    ...rowsWithTotal(sheet).map((row, index) =>
      row.map((cell, column) => cellOf(cell, columns[column]?.format, index === rows.length)),
    ),
  ];
  return writeWorkbook(
    data,
    {
      sheet: name,
      stickyRowsCount: headers,
      columns: columns.map((_, column) => ({ width: columnWidth(sheet, column) })),
    },
    { features: [filterRow(name, columnLetters(columns.length), headers, headers + rows.length)] },
  ).toBlob();
}

/** A name that a workbook takes for a sheet: at most 31 characters, none of `[]:*?/\`, no apostrophe at its ends. */
export function sheetName(text: string): string {
  const name = text.replace(/[[\]:*?/\\]+/g, '-').replace(/^[\s']+/, '');
  const short = name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
  return short.replace(/[\s']+$/, '') || t('takeAway.sheet');
}

const bold = { fontWeight: 'bold' as const };

function cellOf(cell: SheetCell, format: SheetColumn['format'], isTotal: boolean): CellObject | null {
  if (cell === null) return null;
  const style = isTotal ? bold : {};
  if (typeof cell === 'number') return { value: cell, type: Number, format: formats[format ?? 'number'], ...style };
  if (format === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: formats.day, ...style };
  return { value: cell, type: String, ...style };
}

// What the workbook writer has no option for. The total stays below the rows however they are ordered and chosen.
function filterRow(sheet: string, lastColumn: string, firstRow: number, lastRow: number): Feature<Blob> {
  const filter = `<autoFilter ref="A${firstRow}:${lastColumn}${lastRow}"/>`;
  // Other spreadsheets than Excel know the filter by this name only.
  const range = `'${sheet.replaceAll("'", "''")}'!$A$${firstRow}:$${lastColumn}$${lastRow}`;
  const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escaped(range)}</definedName>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace('</sheetData>', () => `</sheetData>${filter}`),
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => `<definedNames>${name}</definedNames>`),
        },
      },
    },
  };
}

/** The letters of a column by its number, `1` → `A`. */
function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function columnWidth(sheet: Sheet, column: number): number {
  const longest = rowsWithTotal(sheet).reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0);
  const header = sheet.columns[column]?.header.length ?? 0;
  return Math.min(widest, Math.max(narrowest, longest + 2, Math.ceil(header / 2) + 2));
}
