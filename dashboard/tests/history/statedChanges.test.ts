import { expect, it } from 'vitest';
import type { LedgerRow } from '../../src/api/contract';
import { statedChanges } from '../../src/history/statedChanges';

const row = (sequence: number, effectiveOn: string, state: string) =>
  ({ sequence, effectiveOn, statuses: { committee: state }, counts: {}, declared: {} }) as unknown as LedgerRow;

it('tells what each report has changed, the newest first, and nothing of one that says the same again', () => {
  const changes = statedChanges([
    row(1, '2017-01-31', 'not-started'),
    row(3, '2017-02-10', 'not-started'),
    row(2, '2017-02-20', 'consolidated'),
  ]);
  expect(changes.map(({ effectiveOn, before, figure }) => [effectiveOn, before?.value, figure.value])).toEqual([
    ['2017-02-20', 'not-started', 'consolidated'],
    ['2017-01-31', undefined, 'not-started'],
  ]);
});
