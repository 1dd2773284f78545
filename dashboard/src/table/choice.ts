import type { Query } from '../api/http';
import type { Order } from './column';

/** What a table's reader has chosen: its rows, their groups and order, and whether all columns are shown. */
export interface Choice {
  sought: string;
  /** The value chosen of each facet, by the facet's id. */
  chosen: Readonly<Record<string, string>>;
  /** The id of a facet; '' for none. */
  groupedBy: string;
  order: Order;
  isWhole: boolean;
}

/** How a table is grouped and ordered at first: that is not in the address. */
export type FirstChoice = Pick<Choice, 'groupedBy' | 'order'>;

const ungrouped = 'none';

/** The names of a table's own part of the address, without the table's name before them; the others are facets. */
const names = { sought: 'q', groupedBy: 'by', order: 'order', isWhole: 'columns' };
const noFacets = Object.values(names);

/** The part of the page's address that is a table's own (`below.commune.q=hoa` of `below.commune`), as a query `q=hoa`. */
export function ownPart(values: URLSearchParams, table: string): string {
  const own = [...values].filter(([name]) => name.startsWith(`${table}.`));
  return `${new URLSearchParams(own.map(([name, value]) => [name.slice(table.length + 1), value]))}`;
}

/** What a table's own part of the address says, and what is so at first where it says nothing. */
export function readChoice(own: string, first: FirstChoice): Choice {
  const values = new URLSearchParams(own);
  const order = values.get(names.order);
  const groupedBy = values.get(names.groupedBy) ?? first.groupedBy;
  return {
    sought: values.get(names.sought) ?? '',
    chosen: Object.fromEntries([...values].filter(([name]) => !noFacets.includes(name))),
    groupedBy: groupedBy === ungrouped ? '' : groupedBy,
    order: order === null ? first.order : { column: order.replace(/^-/, ''), isDescending: order.startsWith('-') },
    isWhole: values.has(names.isWhole),
  };
}

/** What some choices change in the page's address. */
export function choiceQuery(table: string, change: Partial<Choice>, first: FirstChoice): Query {
  const { sought, chosen = {}, groupedBy, order, isWhole } = change;
  const query: Query = {};
  const put = (name: string, value: string | undefined) => {
    query[`${table}.${name}`] = value;
  };
  if (sought !== undefined) put(names.sought, sought);
  if (groupedBy !== undefined) put(names.groupedBy, groupedBy === first.groupedBy ? '' : groupedBy || ungrouped);
  if (order !== undefined) put(names.order, orderText(order) === orderText(first.order) ? '' : orderText(order));
  if (isWhole !== undefined) put(names.isWhole, isWhole ? 'all' : '');
  for (const [facet, value] of Object.entries(chosen)) put(facet, value);
  return query;
}

function orderText({ column, isDescending }: Order): string {
  return `${isDescending ? '-' : ''}${column}`;
}
