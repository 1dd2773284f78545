import './table.css';
import { useMemo } from 'preact/hooks';
import { followLinks } from '../app/followLinks';
import { number } from '../format/format';
import { Scroll } from '../parts/Scroll';
import type { Sheet } from '../takeaway/sheet';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import { filterRows, groupRows, sortRows } from './arrange';
import { Body, linesOf } from './Body';
import type { Column, Facet, Order } from './column';
import { HeaderCell } from './HeaderCell';
import { Subtotals } from './Subtotals';
import { sheetOf } from './sheetOf';
import { TableTools } from './TableTools';
import { useChoice } from './useChoice';
import { useWindow } from './useWindow';

/**
 * A table that its reader orders, searches and groups. The first column names the rows.
 * @param props.name Stands in the page's address before what is chosen: what lists other units has another one.
 * @param props.titleId The id of the heading that names the table.
 * @param props.columns Another list of columns draws every row again: keep it while it says the same.
 * @param props.about What a sheet of the table says beside its rows.
 */
export function DataTable<T>(props: {
  name: string;
  titleId: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  facets: readonly Facet<T>[];
  keyOf: (row: T) => string;
  nameOf: (row: T) => string;
  order: Order;
  /** The facet that the rows are grouped by at first. */
  groupedBy?: string;
  about: Omit<Sheet, 'columns' | 'rows' | 'total'>;
  /** What is said while some rows are still to come: until then it cannot be taken away. */
  unfinished?: string | undefined;
}) {
  const { rows, columns, facets, keyOf, nameOf, about, unfinished } = props;
  const [choice, choose] = useChoice(props.name, { order: props.order, groupedBy: props.groupedBy ?? '' });
  const { order, isWhole } = choice;
  const found = useMemo(
    () => filterRows(rows, nameOf, choice.sought, facets, choice.chosen),
    [rows, nameOf, facets, choice],
  );
  const sorted = useMemo(() => {
    const column = columns.find((one) => one.id === order.column);
    return sortRows(found, column, order);
  }, [found, columns, order]);
  const lines = useMemo(() => {
    const facet = facets.find((one) => one.id === choice.groupedBy);
    return linesOf(groupRows(sorted, facet));
  }, [sorted, facets, choice.groupedBy]);
  const { window, table, onScroll } = useWindow(lines.length);
  const sheet = () => ({ ...about, ...sheetOf(columns, sorted) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside take the keys.
    <div class={`data-table ${isWhole ? 'whole' : ''}`} onClick={followLinks} onScrollCapture={onScroll}>
      <div class="table-tools">
        <TableTools {...{ rows, facets, choice, choose }} />
        {columns.some((column) => column.isWide) && (
          <button type="button" class="columns" aria-pressed={isWhole} onClick={() => choose({ isWhole: !isWhole })}>
            {t('table.allColumns')}
          </button>
        )}
        <TakeAway sheet={sheet} isDisabled={unfinished !== undefined} />
      </div>
      <p class="table-count" role="status">
        {t('table.count', { found: number(found.length), all: number(rows.length) })}
        {unfinished !== undefined && ` ${unfinished}`}
      </p>
      <Scroll labelledBy={props.titleId}>
        <table ref={table} aria-rowcount={lines.length + 2}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <HeaderCell key={column.id} {...{ column, order }} setOrder={(next) => choose({ order: next })} />
              ))}
            </tr>
          </thead>
          <Body {...{ lines, columns, keyOf, window }} />
          {columns.some((column) => column.subtotal !== undefined) && (
            <tfoot>
              <Subtotals name={t('table.total')} columns={columns} rows={sorted} index={lines.length + 2} />
            </tfoot>
          )}
        </table>
      </Scroll>
    </div>
  );
}
