import { expect, it } from 'vitest';
import type { RollUp } from '../../src/api/contract';
import { outstandingByState } from '../../src/print/outstanding';

const unit = (name: string, own: string | null) => ({ name, statuses: { committee: { own } } }) as unknown as RollUp;

it('names who is not complete, the silent ones last and apart', () => {
  const children = [
    unit('An Giang', null),
    unit('Cà Mau', 'consolidating'),
    unit('Hà Nội', 'consolidated'),
    unit('Lào Cai', null),
  ];
  expect(outstandingByState(children, 'committee', 'consolidated')).toEqual([
    { state: 'consolidating', units: ['Cà Mau'] },
    { state: null, units: ['An Giang', 'Lào Cai'] },
  ]);
});

it('is empty when all are complete', () => {
  expect(outstandingByState([unit('Hà Nội', 'consolidated')], 'committee', 'consolidated')).toEqual([]);
});
