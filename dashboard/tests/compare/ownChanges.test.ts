import { expect, it } from 'vitest';
import type { LedgerRow } from '../../src/api/contract';
import { ownChanges, ownDifference } from '../../src/compare/ownChanges';

const row = (sequence: number, effectiveOn: string, more: Partial<LedgerRow>) =>
  ({
    sequence,
    effectiveOn,
    recordedAt: '2024-01-01T00:00:00Z',
    statuses: {},
    counts: {},
    declared: {},
    withdraws: null,
    ...more,
  }) as LedgerRow;

const reports = [
  row(3, '2024-02-01', { counts: { agencies: 5 }, statuses: { committee: 'consolidated' } }),
  row(2, '2024-01-15', { declared: { models: 7 } }),
  row(1, '2024-01-01', { counts: { agencies: 3 } }),
];

it('has what a unit itself had at each of two dates', () => {
  const at = (asOf: string) => ({ asOf, knownAt: undefined });
  const told = ownChanges(reports, at('2024-01-10'), at('2024-02-01')).map((one) => [
    one.figure.id,
    one.before?.value,
    one.after?.value,
    ownDifference(one),
  ]);
  expect(told.sort()).toEqual([
    ['agencies', 3, 5, 2],
    ['committee', undefined, 'consolidated', null],
    ['models', undefined, 7, null],
  ]);
});
