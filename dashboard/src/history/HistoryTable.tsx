import type { Catalogue } from '../api/contract';
import { day } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { historyColumns } from './columns';
import type { Lines } from './lines';
import type { Subject } from './subject';

/** The figures of a history, the newest day first. */
export function HistoryTable(props: { lines: Lines; catalogue: Catalogue; subject: Subject }) {
  const { lines, catalogue, subject } = props;
  const columns = historyColumns(lines, catalogue, subject);
  return (
    <section class="card" aria-labelledby="history-table-title">
      <h2 id="history-table-title">{t('history.table')}</h2>
      <Scroll labelledBy="history-table-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('history.day')}</th>
              {columns.map((column) => (
                <th key={column.label} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.days
              .map((isoDay, index) => (
                <tr key={isoDay}>
                  <th scope="row">{day(isoDay)}</th>
                  {columns.map((column) => (
                    <td key={column.label}>{column.text(index)}</td>
                  ))}
                </tr>
              ))
              .reverse()}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
