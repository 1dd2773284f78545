import type { RenderableProps } from 'preact';
import { PureComponent } from '../parts/PureComponent';
import { type Column, cellClass } from './column';

interface Props<T> {
  row: T;
  columns: readonly Column<T>[];
  /** The row's number in the whole table, the header's being 1. */
  index: number;
}

/** A row of a table; it is drawn again only when what it shows, or its place, is another one. */
export class Row<T> extends PureComponent<Props<T>> {
  override render({ row, columns, index }: RenderableProps<Props<T>>) {
    return (
      <tr class="row" aria-rowindex={index}>
        {columns.map((column, place) => {
          const content = column.cell === undefined ? column.value(row) : column.cell(row);
          if (place === 0) return <th scope="row">{content}</th>;
          return <td class={cellClass(column)}>{content}</td>;
        })}
      </tr>
    );
  }
}
