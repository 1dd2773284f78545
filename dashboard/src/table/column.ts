import type { ComponentChildren } from 'preact';
import type { SheetCell, SheetColumn } from '../takeaway/sheet';

/** A value of a table's cell: a figure, a text, or nothing. */
export type Value = string | number | null;

/** A column of a sheet of `T`. */
export interface SheetPart<T> extends SheetColumn {
  value: (row: T) => SheetCell;
  /** What some rows come to; left out where cells do not add up. */
  total?: (rows: readonly T[]) => SheetCell;
}

/** A column of a table of `T`. */
export interface Column<T> {
  id: string;
  header: string;
  /** What the column is ordered by; nothing comes before everything else. */
  value: (row: T) => Value;
  /** What a cell shows; by default its value. */
  cell?: (row: T) => ComponentChildren;
  /** What some rows have together; left out where figures do not add up. */
  subtotal?: (rows: readonly T[]) => ComponentChildren;
  /** The columns of a sheet that the column becomes; by default one, of its values. */
  sheet?: SheetPart<T>[];
  /** Texts stand left, figures right. */
  isText?: boolean;
  /** Left out on a narrow screen until all columns are asked for. */
  isWide?: boolean;
}

/** A property by which rows are chosen and grouped: kind, region, state. Its values are the same in every language. */
export interface Facet<T> {
  id: string;
  label: string;
  of: (row: T) => string | null;
  /** How a value reads in the language chosen; by default as it is. */
  text?: (value: string) => string;
}

/** The order of a table: a column, and whether its greatest value is first. */
export interface Order {
  column: string;
  isDescending: boolean;
}

/** How the cells of a column are drawn. */
export function cellClass<T>(column: Column<T>): string {
  return `${column.isText ? 'text' : ''} ${column.isWide ? 'wide' : ''}`.trim();
}
