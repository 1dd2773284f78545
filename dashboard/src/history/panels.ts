import type { HistoryColumn } from './columns';

/** The charts of a history, each of figures that one axis is for; the share first. */
export function panelsOf(columns: readonly HistoryColumn[]): HistoryColumn[][] {
  // Of a status the whole is how many units there are, which says nothing.
  const isStatus = columns.some((column) => column.name === 'complete');
  const together: HistoryColumn['name'][][] = [['share'], isStatus ? [] : ['total'], ['distinct'], ['sites', 'groups']];
  return together
    .map((names) => columns.filter((column) => names.includes(column.name)))
    .filter((panel) => panel.length > 0);
}

/** The ends of the axis of some figures, which shows how they change; of shares in per cent, within 0 and 100. */
export function axisOf(panel: readonly HistoryColumn[]): [number, number] {
  const figures = panel.flatMap((column) => column.values);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const room = Math.max((high - low) / 10, 1);
  const isShare = panel.some((column) => column.name === 'share');
  return [Math.max(0, Math.floor(low - room)), isShare ? Math.min(100, high + room) : high + room];
}

/**
 * The points of a line whose figure stands beside them: both ends, and every change that is far enough from another.
 * @param places Where the points are, from the left.
 * @param gap How far two figures are apart at least.
 */
export function labelledPoints(values: readonly number[], places: readonly number[], gap: number): number[] {
  const last = values.length - 1;
  const labelled = last > 0 ? [0, last] : [...values.keys()];
  for (let index = 1; index < last; index++) {
    const place = places[index] ?? 0;
    if (values[index] === values[index - 1]) continue;
    if (labelled.every((other) => Math.abs((places[other] ?? 0) - place) >= gap)) labelled.push(index);
  }
  return labelled;
}
