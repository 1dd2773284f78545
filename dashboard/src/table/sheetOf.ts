import type { Sheet } from '../takeaway/sheet';
import { t } from '../text/text';
import type { Column, SheetPart } from './column';

/** The columns and rows of a table, as they are ordered and chosen, as plain values, with what they come to. */
export function sheetOf<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
): Pick<Sheet, 'columns' | 'rows' | 'total'> {
  const parts = columns.flatMap<SheetPart<T>>(
    (column) => column.sheet ?? [{ header: column.header, value: column.value }],
  );
  return {
    columns: parts.map(({ header, format }) => ({ header, ...(format && { format }) })),
    rows: rows.map((row) => parts.map((part) => part.value(row))),
    ...(parts.some((part) => part.total !== undefined) && {
      total: parts.map((part, index) => (index === 0 ? t('table.total') : (part.total?.(rows) ?? null))),
    }),
  };
}
