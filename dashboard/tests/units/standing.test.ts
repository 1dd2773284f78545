import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../src/api/contract';
import { standingFigures } from '../../src/units/standing';

const live = { asOf: undefined, knownAt: undefined };

function row(sequence: number, effectiveOn: string, more: Partial<LedgerRow>): LedgerRow {
  return {
    sequence,
    effectiveOn,
    recordedAt: `2024-01-01T00:00:0${sequence}Z`,
    reporter: `key-${sequence}`,
    idempotencyKey: `${sequence}`,
    counts: {},
    models: [],
    statuses: {},
    declared: {},
    note: null,
    withdraws: null,
    withdrawnBy: null,
    ...more,
  };
}

const rows = [
  row(5, '2024-01-04', { withdraws: 4 }),
  row(4, '2024-01-03', { statuses: { committee: 'not-started' } }),
  row(3, '2024-01-01', { counts: { agencies: 3 } }),
  row(2, '2024-01-02', { statuses: { committee: 'consolidated' }, counts: { agencies: 2 } }),
  row(1, '2024-01-02', { statuses: { committee: 'consolidating' }, declared: { models: 7 } }),
];

const told = (dates = {}) =>
  standingFigures(rows, { ...live, ...dates })
    .map((one) => `${one.id} ${one.value} ${one.effectiveOn} ${one.reporter}`)
    .sort();

describe('what stands of a unit itself', () => {
  it('is of each figure the latest day, then the latest report, without what was taken back', () =>
    expect(told()).toEqual([
      'agencies 2 2024-01-02 key-2',
      'committee consolidated 2024-01-02 key-2',
      'models 7 2024-01-02 key-1',
    ]));

  it('is as of a day', () => expect(told({ asOf: '2024-01-01' })).toEqual(['agencies 3 2024-01-01 key-3']));

  it('is what was known at an instant', () =>
    expect(told({ knownAt: '2024-01-01T00:00:04Z' })).toContain('committee not-started 2024-01-03 key-4'));

  it('has the sites of models by name, without those that were taken down', () =>
    expect(
      standingFigures(
        [
          row(3, '2024-01-03', { models: [{ name: 'Camera', kinds: [], sites: 0, groups: 0 }] }),
          row(2, '2024-01-02', { models: [{ name: 'MÓC  khóa', kinds: [], sites: 5, groups: 0 }] }),
          row(1, '2024-01-01', {
            models: [
              { name: 'camera', kinds: [], sites: 2, groups: 0 },
              { name: 'Móc khóa', kinds: [], sites: 3, groups: 0 },
            ],
          }),
        ],
        live,
      ).map((one) => `${one.id} ${one.value}`),
    ).toEqual(['MÓC  khóa 5']));

  it('tells instants apart to the microsecond', () =>
    expect(
      standingFigures([row(1, '2024-01-01', { recordedAt: '2024-01-01T00:00:05.0004Z', counts: { agencies: 1 } })], {
        asOf: undefined,
        knownAt: '2024-01-01T00:00:05Z',
      }),
    ).toEqual([]));

  it('is nothing of a unit that has not reported', () => expect(standingFigures([], live)).toEqual([]));
});
