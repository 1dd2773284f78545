import type { Group } from './arrange';
import type { Column } from './column';
import { Row } from './Row';
import { Subtotals } from './Subtotals';
import type { Window } from './window';

/** A line of a table's body: the sub-totals of a group, or one of its rows. */
export type Line<T> = { group: Group<T> } | { row: T };

/** The lines of some groups; a group without a name has no line of its own. */
export function linesOf<T>(groups: readonly Group<T>[]): Line<T>[] {
  return groups.flatMap((group) => [
    ...(group.name === null ? [] : [{ group }]),
    ...group.rows.map((row) => ({ row })),
  ]);
}

/** The body of a table: the lines in its window, between the spaces that the others take. */
export function Body<T>(props: {
  lines: readonly Line<T>[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  window: Window;
}) {
  const { lines, columns, keyOf, window } = props;
  return (
    <tbody>
      <Space height={window.above} />
      {lines.slice(window.first, window.end).map((line, place) => {
        // The header is row 1.
        const index = window.first + place + 2;
        if ('row' in line) return <Row key={keyOf(line.row)} {...{ columns, index }} row={line.row} />;
        const name = line.group.name ?? '';
        return <Subtotals key={`group ${name}`} {...{ name, columns, index }} rows={line.group.rows} />;
      })}
      <Space height={window.below} />
    </tbody>
  );
}

function Space({ height }: { height: number }) {
  return height === 0 ? null : <tr style={{ height }} />;
}
