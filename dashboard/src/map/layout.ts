import provinces34 from './provinces34.json';
import provinces63 from './provinces63.json';

/** A cell of the grid: column from the west, row from the north, from 0. */
export interface Cell {
  column: number;
  row: number;
}

/** An archipelago, drawn as a mark of its province. */
export interface Island {
  name: string;
  /** The code of the province that it is part of. */
  of: string;
  at: Cell;
}

/** Where the provinces of one edition are drawn, one equal tile each. */
export interface Layout {
  tiles: ReadonlyMap<string, Cell>;
  islands: readonly Island[];
  columns: number;
  rows: number;
}

/** The layout of the 63 provinces of the edition of 2023. */
export const of63 = read(provinces63);

/** The layout of the 34 provinces of the edition of 2025. */
export const of34 = read(provinces34);

/** The smallest layout that has a tile for every code; undefined when none has. */
export function layoutOf(codes: readonly string[]): Layout | undefined {
  return [of34, of63].find(
    (layout) => codes.length <= layout.tiles.size && codes.every((code) => layout.tiles.has(code)),
  );
}

function read(file: {
  tiles: Record<string, number[]>;
  islands: { name: string; of: string; at: number[] }[];
}): Layout {
  const tiles = new Map(Object.entries(file.tiles).map(([code, at]) => [code, cell(at)]));
  const islands = file.islands.map((island) => ({ ...island, at: cell(island.at) }));
  const cells = [...tiles.values(), ...islands.map((island) => island.at)];
  return {
    tiles,
    islands,
    columns: Math.max(...cells.map((one) => one.column)) + 1,
    rows: Math.max(...cells.map((one) => one.row)) + 1,
  };
}

function cell(at: number[]): Cell {
  const [column = 0, row = 0] = at;
  return { column, row };
}
