import type { Sheet } from '../takeaway/sheet';
import type { Column } from './column';

/** The headers and rows of a table, as they are ordered and chosen, as plain values. */
export function sheetOf<T>(columns: readonly Column<T>[], rows: readonly T[]): Pick<Sheet, 'headers' | 'rows'> {
  const cells = columns.flatMap((column) => column.sheet ?? [{ header: column.header, value: column.value }]);
  return { headers: cells.map((cell) => cell.header), rows: rows.map((row) => cells.map((cell) => cell.value(row))) };
}
