import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/api/contract';
import { historyColumns } from '../../src/history/columns';
import type { Line } from '../../src/history/lines';
import { axisOf, labelledPoints, panelsOf } from '../../src/history/panels';

const days = ['2017-01-31', '2017-02-20'];
const catalogue = { indicators: [] } as unknown as Catalogue;

function columns(...lines: Line[]) {
  return historyColumns({ days, lines }, catalogue, { indicator: 'models', level: null });
}

const names = (panels: { name: string }[][]) => panels.map((panel) => panel.map((column) => column.name));

describe('the charts of a history', () => {
  const status = columns({ name: 'complete', values: [60, 62] }, { name: 'total', values: [63, 63] });
  const count = columns({ name: 'total', values: [100, 400] }, { name: 'safe', values: [10, 20] });
  const models = columns(
    { name: 'distinct', values: [3, 4] },
    { name: 'sites', values: [300, 400] },
    { name: 'groups', values: [200, 250] },
  );

  it('have one axis each: a share in per cent, amounts by themselves', () => {
    expect(names(panelsOf(status))).toEqual([['share']]);
    expect(names(panelsOf(count))).toEqual([['share'], ['total']]);
    expect(names(panelsOf(models))).toEqual([['distinct'], ['sites', 'groups']]);
    expect(panelsOf(status)[0]?.[0]?.values).toEqual([95.2, 98.4]);
  });

  it('have an axis that shows the change, within what can be', () => {
    expect(axisOf(panelsOf(status)[0] ?? [])).toEqual([94, 99.4]);
    expect(axisOf(panelsOf(columns({ name: 'distinct', values: [7, 7] }))[0] ?? [])).toEqual([6, 8]);
    const all = columns({ name: 'complete', values: [63, 63] }, { name: 'total', values: [63, 63] });
    expect(axisOf(panelsOf(all)[0] ?? [])).toEqual([99, 100]);
    const none = columns({ name: 'complete', values: [0, 0] }, { name: 'total', values: [63, 63] });
    expect(axisOf(panelsOf(none)[0] ?? [])).toEqual([0, 1]);
  });

  it('name both ends, and every change that is not in the way of another', () => {
    expect(labelledPoints([1, 1, 2, 2, 3], [0, 100, 200, 300, 400], 60)).toEqual([0, 4, 2]);
    expect(labelledPoints([1, 2, 3, 4, 5], [0, 100, 110, 210, 250], 60)).toEqual([0, 4, 1]);
    expect(labelledPoints([1], [0], 60)).toEqual([0]);
    expect(labelledPoints([], [], 60)).toEqual([]);
  });
});
