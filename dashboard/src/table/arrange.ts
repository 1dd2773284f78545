import { fold } from '../text/fold';
import type { Column, Facet, Order, Value } from './column';

const collator = new Intl.Collator('vi', { numeric: true });

/** Rows under one heading; `name` is null where rows are not grouped. */
export interface Group<T> {
  name: string | null;
  rows: T[];
}

/** The rows whose name holds the text sought, without regard to accents or case, and whose facets are those chosen. */
export function filterRows<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  sought: string,
  facets: readonly Facet<T>[],
  chosen: Readonly<Record<string, string>>,
): T[] {
  const text = fold(sought);
  const wanted = facets.filter((facet) => chosen[facet.id]);
  return rows.filter(
    (row) =>
      (text === '' || fold(nameOf(row)).includes(text)) && wanted.every((facet) => facet.of(row) === chosen[facet.id]),
  );
}

/** The rows in an order; those that are equal in it stay as they were. */
export function sortRows<T>(rows: readonly T[], column: Column<T> | undefined, order: Order): T[] {
  if (column === undefined) return [...rows];
  const sign = order.isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((left, right) => sign * compare(left.value, right.value))
    .map(({ row }) => row);
}

/** The rows by a facet, the groups in the order of their names; one group without a facet. */
export function groupRows<T>(rows: readonly T[], facet: Facet<T> | undefined): Group<T>[] {
  if (facet === undefined) return [{ name: null, rows: [...rows] }];
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const value = facet.of(row);
    const name = value === null ? '–' : facetText(facet, value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups.keys()].sort(collator.compare).map((name) => ({ name, rows: groups.get(name) ?? [] }));
}

/** How a value of a facet reads. */
export function facetText<T>(facet: Facet<T>, value: string): string {
  return facet.text?.(value) ?? value;
}

/** The values of a facet among some rows, in the order in which they read. */
export function facetValues<T>(rows: readonly T[], facet: Facet<T>): string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = facet.of(row);
    if (value !== null) values.add(value);
  }
  return [...values].sort((left, right) => collator.compare(facetText(facet, left), facetText(facet, right)));
}

function compare(left: Value, right: Value): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}
