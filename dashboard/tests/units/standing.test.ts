import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../src/api/contract';
import { standingFigures, standingReports } from '../../src/units/standing';

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
  standingFigures(standingReports(rows, { ...live, ...dates }))
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

  it('knows a unit that has reported models only', () => {
    const reports = standingReports(
      [row(1, '2024-01-01', { models: [{ name: 'Camera', kinds: [], sites: 1, groups: 0 }] })],
      live,
    );
    expect(reports).toHaveLength(1);
    expect(standingFigures(reports)).toEqual([]);
  });

  it('tells instants apart to the microsecond', () =>
    expect(
      standingReports([row(1, '2024-01-01', { recordedAt: '2024-01-01T00:00:05.0004Z', counts: { agencies: 1 } })], {
        asOf: undefined,
        knownAt: '2024-01-01T00:00:05Z',
      }),
    ).toEqual([]));

  it('is nothing of a unit that has not reported', () => expect(standingReports([], live)).toEqual([]));
});
