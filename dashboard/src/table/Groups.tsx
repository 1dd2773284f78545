import { number } from '../format/format';
import { t } from '../text/text';
import type { Group } from './arrange';
import type { Column } from './column';
import { cellClass, Row } from './Row';

/** The bodies of a table: each group under its sub-totals, and what all rows have together at the end. */
export function Groups<T>(props: {
  groups: readonly Group<T>[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  /** How many rows are drawn. */
  limit: number;
}) {
  const { groups, columns, keyOf } = props;
  let left = props.limit;
  return (
    <>
      {groups.map((group) => {
        const drawn = group.rows.slice(0, left);
        left -= drawn.length;
        return (
          <tbody key={group.name ?? ''}>
            {group.name !== null && <Subtotals {...{ columns, rows: group.rows }} name={group.name} />}
            {drawn.map((row) => (
              <Row key={keyOf(row)} row={row} columns={columns} />
            ))}
          </tbody>
        );
      })}
      <tfoot>
        <Subtotals name={t('table.total')} columns={columns} rows={groups.flatMap((group) => group.rows)} />
      </tfoot>
    </>
  );
}

function Subtotals<T>(props: { name: string; columns: readonly Column<T>[]; rows: readonly T[] }) {
  const [, ...columns] = props.columns;
  return (
    <tr class="subtotal">
      <th scope="row">
        {props.name} <small>({number(props.rows.length)})</small>
      </th>
      {columns.map((column) => (
        <td key={column.id} class={cellClass(column)}>
          {column.subtotal?.(props.rows)}
        </td>
      ))}
    </tr>
  );
}
