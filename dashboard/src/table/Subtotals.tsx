import { number } from '../format/format';
import { type Column, cellClass } from './column';

/** A row with what some rows have together; columns that do not add up are left empty. */
export function Subtotals<T>(props: {
  name: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  /** The row's number in the whole table. */
  index: number;
}) {
  const { name, rows, index } = props;
  const [, ...columns] = props.columns;
  return (
    <tr class="subtotal" aria-rowindex={index}>
      <th scope="row">
        {name} <small>({number(rows.length)})</small>
      </th>
      {columns.map((column) => (
        <td key={column.id} class={cellClass(column)}>
          {column.subtotal?.(rows)}
        </td>
      ))}
    </tr>
  );
}
