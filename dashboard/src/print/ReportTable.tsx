import type { PaperTable } from './paper';

/** A table of the report; its heading row is on every page that it reaches. */
export function ReportTable({ table: { caption, headers, rows, total } }: { table: PaperTable }) {
  return (
    <table class="paper-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <Row key={index} cells={cells} />
        ))}
        {total !== undefined && <Row cells={total} isTotal />}
      </tbody>
    </table>
  );
}

function Row({ cells, isTotal = false }: { cells: string[]; isTotal?: boolean }) {
  return (
    <tr class={isTotal ? 'paper-total' : ''}>
      {cells.map((cell, index) =>
        index === 1 ? (
          <th key={index} scope="row">
            {cell}
          </th>
        ) : (
          <td key={index}>{cell}</td>
        ),
      )}
    </tr>
  );
}
