import { type Column, cellClass, type Order } from './column';

/** The heading of a column: a press orders the table by it, another one turns the order round. */
export function HeaderCell<T>(props: { column: Column<T>; order: Order; setOrder: (order: Order) => void }) {
  const { column, order, setOrder } = props;
  const isOrder = order.column === column.id;
  const direction = order.isDescending ? 'descending' : 'ascending';
  const next = { column: column.id, isDescending: isOrder ? !order.isDescending : !column.isText };
  return (
    <th scope="col" class={cellClass(column)} aria-sort={isOrder ? direction : 'none'}>
      <button type="button" onClick={() => setOrder(next)}>
        {column.header}
        <span class="order" aria-hidden="true">
          {isOrder ? (order.isDescending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}
