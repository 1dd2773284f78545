import writeWorkbook from 'write-excel-file/universal';
import { type Sheet, sheetHead } from './sheet';

const widest = 60;
const narrowest = 8;

/** A sheet as an Excel workbook: numbers are numbers, text is text, the headers are bold and stay in sight. */
export function toXlsx(sheet: Sheet): Promise<Blob> {
  const head = sheetHead(sheet);
  const data = [
    ...head.map((line, index) => [{ value: line, type: String, ...(index === 0 && { fontWeight: 'bold' as const }) }]),
    sheet.headers.map((header) => ({ value: header, type: String, fontWeight: 'bold' as const, wrap: true })),
    ...sheet.rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null;
        return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
      }),
    ),
  ];
  return writeWorkbook(data, {
    stickyRowsCount: head.length + 1,
    columns: sheet.headers.map((_, column) => ({ width: columnWidth(sheet, column) })),
  }).toBlob();
}

function columnWidth(sheet: Sheet, column: number): number {
  const longest = sheet.rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0);
  const header = sheet.headers[column]?.length ?? 0;
  return Math.min(widest, Math.max(narrowest, longest + 2, Math.ceil(header / 2) + 2));
}
