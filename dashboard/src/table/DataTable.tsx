import './table.css';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { followLinks } from '../app/followLinks';
import { Scroll } from '../app/Scroll';
import { number } from '../format/format';
import type { Sheet } from '../takeaway/sheet';
import { t } from '../text/text';
import { filterRows, groupRows, sortRows } from './arrange';
import type { Column, Facet, Order } from './column';
import { Groups } from './Groups';
import { HeaderCell } from './HeaderCell';
import { sheetOf } from './sheetOf';
import { type Choice, TableTools } from './TableTools';

// As many rows as the communes of the largest province are drawn at once.
const step = 600;

/**
 * A table that its reader orders, searches and groups. The first column names the rows.
 * @param props.titleId The id of the heading that names the table.
 * @param props.columns Another list of columns draws every row again: keep it while it says the same.
 * @param props.about What a sheet of the table says beside its rows.
 */
export function DataTable<T>(props: {
  titleId: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  facets: readonly Facet<T>[];
  keyOf: (row: T) => string;
  nameOf: (row: T) => string;
  order: Order;
  about: Omit<Sheet, 'headers' | 'rows'>;
  actions?: (sheet: () => Sheet) => ComponentChildren;
}) {
  const { rows, columns, facets, keyOf, nameOf, about } = props;
  const [order, setOrder] = useState(props.order);
  const [choice, setChoice] = useState<Choice>({ sought: '', chosen: {}, groupedBy: '' });
  const [limit, setLimit] = useState(step);
  const [isWhole, setIsWhole] = useState(false);
  const found = useMemo(
    () => filterRows(rows, nameOf, choice.sought, facets, choice.chosen),
    [rows, nameOf, facets, choice],
  );
  const sorted = useMemo(() => {
    const column = columns.find((one) => one.id === order.column);
    return sortRows(found, column, order);
  }, [found, columns, order]);
  const groups = groupRows(
    sorted,
    facets.find((facet) => facet.id === choice.groupedBy),
  );
  const sheet = () => ({
    ...about,
    ...sheetOf(
      columns,
      groups.flatMap((group) => group.rows),
    ),
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside take the keys.
    <div class={`data-table ${isWhole ? 'whole' : ''}`} onClick={followLinks}>
      <div class="table-tools">
        <TableTools {...{ rows, facets, choice, setChoice }} />
        {columns.some((column) => column.isWide) && (
          <button type="button" class="columns" aria-pressed={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {t('table.allColumns')}
          </button>
        )}
        {props.actions?.(sheet)}
      </div>
      <p class="table-count" role="status">
        {t('table.count', { found: number(found.length), all: number(rows.length) })}
      </p>
      <Scroll labelledBy={props.titleId}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.id} {...{ column, order, setOrder }} />
              ))}
            </tr>
          </thead>
          <Groups {...{ groups, columns, keyOf, limit }} />
        </table>
      </Scroll>
      {found.length > limit && (
        <button type="button" onClick={() => setLimit(limit + step)}>
          {t('table.more', { left: number(found.length - limit) })}
        </button>
      )}
    </div>
  );
}
