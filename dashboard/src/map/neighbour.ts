import type { Cell, Layout } from './layout';

/** The arrow keys, and the direction that each goes in. */
const directions: Record<string, Cell> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

/**
 * The code of the tile that an arrow key leads to: the nearest one in that direction, a tile straight ahead before
 * one to the side. Undefined at the edge, and for another key.
 */
export function neighbour(layout: Layout, from: string, key: string): string | undefined {
  const direction = directions[key];
  const start = layout.tiles.get(from);
  if (direction === undefined || start === undefined) return undefined;
  let nearest: string | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [code, cell] of layout.tiles) {
    const [across, down] = [cell.column - start.column, cell.row - start.row];
    const ahead = across * direction.column + down * direction.row;
    const aside = Math.abs(across * direction.row) + Math.abs(down * direction.column);
    if (ahead <= 0 || aside > ahead * 2) continue;
    const distance = ahead + aside * 1.5;
    if (distance < shortest) [shortest, nearest] = [distance, code];
  }
  return nearest;
}
