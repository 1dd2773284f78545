import { Component } from 'preact';
import type { Column } from './column';

interface Props<T> {
  row: T;
  columns: readonly Column<T>[];
}

/** A row of a table; it is drawn again only when what it shows is another one. */
export class Row<T> extends Component<Props<T>> {
  override shouldComponentUpdate(next: Props<T>): boolean {
    return next.row !== this.props.row || next.columns !== this.props.columns;
  }

  override render({ row, columns }: Props<T>) {
    return (
      <tr>
        {columns.map((column, index) => {
          const content = column.cell === undefined ? column.value(row) : column.cell(row);
          if (index === 0) return <th scope="row">{content}</th>;
          return <td class={cellClass(column)}>{content}</td>;
        })}
      </tr>
    );
  }
}

/** How the cells of a column are drawn. */
export function cellClass<T>(column: Column<T>): string {
  return `${column.isText ? 'text' : ''} ${column.isWide ? 'wide' : ''}`.trim();
}
