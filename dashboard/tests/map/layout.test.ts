import { describe, expect, it } from 'vitest';
import { type Cell, type Layout, layoutOf, of34, of63 } from '../../src/map/layout';
import { codes34, codes63 } from './codes';

const distance = (layout: Layout, left: string, right: string) => {
  const [one, other] = [layout.tiles.get(left), layout.tiles.get(right)] as [Cell, Cell];
  return Math.max(Math.abs(one.column - other.column), Math.abs(one.row - other.row));
};

describe.each([
  ['63', of63, codes63],
  ['34', of34, codes34],
])('the layout of the %s provinces', (_, layout, codes) => {
  it('has every code once', () => {
    expect([...layout.tiles.keys()].sort()).toEqual([...codes].sort());
  });

  it('has no two tiles on one cell, the archipelagos included', () => {
    const cells = [...layout.tiles.values(), ...layout.islands.map((island) => island.at)];
    expect(new Set(cells.map((cell) => `${cell.column} ${cell.row}`)).size).toBe(cells.length);
  });

  it('names Hoàng Sa on Đà Nẵng and Trường Sa on Khánh Hòa, east of them', () => {
    expect(layout.islands.map((island) => [island.name, island.of])).toEqual([
      ['Hoàng Sa', '48'],
      ['Trường Sa', '56'],
    ]);
    for (const island of layout.islands) {
      expect(island.at.column).toBe((layout.tiles.get(island.of) as Cell).column + 1);
      expect(island.at.row).toBe((layout.tiles.get(island.of) as Cell).row);
    }
  });

  it('goes down the coast from north to south', () => {
    const coast = ['22', '31', '38', '42', '46', '48', '51', '56', '79', '96'];
    const rows = coast.map((code) => (layout.tiles.get(code) as Cell).row);
    expect(rows).toEqual([...rows].sort((left, right) => left - right));
  });

  it('has the sea east of the coast of the centre', () => {
    for (const code of ['48', '51', '56']) {
      const { column, row } = layout.tiles.get(code) as Cell;
      expect([...layout.tiles.values()].some((cell) => cell.row === row && cell.column > column)).toBe(false);
    }
  });

  it('is one piece', () => {
    const reached = new Set(['01']);
    for (const code of reached) {
      for (const other of layout.tiles.keys()) if (distance(layout, code, other) === 1) reached.add(other);
    }
    expect(reached.size).toBe(layout.tiles.size);
  });
});

// Provinces that share a border.
const neighbours63 = [
  ['02', '04'],
  ['02', '08'],
  ['02', '10'],
  ['04', '06'],
  ['04', '20'],
  ['06', '19'],
  ['08', '15'],
  ['08', '25'],
  ['10', '12'],
  ['11', '12'],
  ['11', '14'],
  ['14', '17'],
  ['17', '01'],
  ['01', '26'],
  ['01', '27'],
  ['01', '35'],
  ['19', '24'],
  ['20', '24'],
  ['20', '22'],
  ['22', '31'],
  ['30', '31'],
  ['30', '33'],
  ['33', '34'],
  ['35', '37'],
  ['36', '37'],
  ['36', '34'],
  ['37', '38'],
  ['38', '40'],
  ['40', '42'],
  ['42', '44'],
  ['44', '45'],
  ['45', '46'],
  ['46', '48'],
  ['46', '49'],
  ['48', '49'],
  ['49', '51'],
  ['49', '62'],
  ['51', '52'],
  ['52', '54'],
  ['54', '56'],
  ['56', '58'],
  ['58', '60'],
  ['62', '64'],
  ['64', '66'],
  ['66', '67'],
  ['67', '68'],
  ['67', '70'],
  ['68', '60'],
  ['70', '72'],
  ['70', '75'],
  ['74', '79'],
  ['74', '72'],
  ['75', '79'],
  ['75', '77'],
  ['79', '77'],
  ['79', '80'],
  ['80', '72'],
  ['80', '82'],
  ['82', '83'],
  ['82', '87'],
  ['83', '84'],
  ['84', '94'],
  ['86', '92'],
  ['87', '89'],
  ['89', '91'],
  ['91', '93'],
  ['92', '93'],
  ['93', '94'],
  ['93', '95'],
  ['94', '95'],
  ['95', '96'],
] as const;

const neighbours34 = [
  ['12', '15'],
  ['12', '11'],
  ['11', '14'],
  ['14', '25'],
  ['15', '08'],
  ['08', '04'],
  ['04', '20'],
  ['04', '19'],
  ['19', '24'],
  ['20', '24'],
  ['20', '22'],
  ['24', '22'],
  ['01', '25'],
  ['01', '24'],
  ['01', '37'],
  ['01', '33'],
  ['33', '31'],
  ['22', '31'],
  ['33', '37'],
  ['37', '38'],
  ['38', '40'],
  ['40', '42'],
  ['42', '44'],
  ['44', '46'],
  ['46', '48'],
  ['48', '51'],
  ['51', '52'],
  ['52', '66'],
  ['66', '56'],
  ['66', '68'],
  ['68', '56'],
  ['68', '75'],
  ['75', '79'],
  ['75', '80'],
  ['79', '80'],
  ['80', '82'],
  ['82', '91'],
  ['82', '86'],
  ['86', '92'],
  ['91', '92'],
  ['92', '96'],
] as const;

it.each([
  ['63', of63, neighbours63],
  ['34', of34, neighbours34],
] as const)('neighbours touch or nearly touch in the layout of the %s', (_, layout, pairs) => {
  const far = pairs.filter(([left, right]) => distance(layout, left, right) > 2);
  const touching = pairs.filter(([left, right]) => distance(layout, left, right) === 1);
  expect(far).toEqual([]);
  expect(touching.length / pairs.length).toBeGreaterThan(0.9);
});

it('takes the layout by the codes', () => {
  expect(layoutOf(codes63)).toBe(of63);
  expect(layoutOf(codes34)).toBe(of34);
  expect(layoutOf(['01', 'S01-001'])).toBeUndefined();
});
