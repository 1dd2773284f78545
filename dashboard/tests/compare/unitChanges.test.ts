import { expect, it } from 'vitest';
import type { RollUp } from '../../src/api/contract';
import { unitChanges } from '../../src/compare/unitChanges';
import type { Reading } from '../../src/units/reading';

const unit = (code: string, state: string) => ({ code, name: state }) as RollUp;
const readState = (rollUp: RollUp): Reading => ({ kind: 'state', state: rollUp.name });

it.each([
  ['unreported', 'consolidated', 'became'],
  ['consolidated', 'not-started', 'fell'],
  ['consolidated', 'unreported', 'fell'],
  ['not-started', 'consolidating', 'other'],
  ['consolidated', 'consolidated', 'same'],
])('from %s to %s: %s', (was, is, kind) => {
  const [change] = unitChanges([unit('01', was)], [unit('01', is)], readState, 'consolidated');
  expect(change).toMatchObject({ kind, difference: null });
});

it('compares units by code, whatever their order', () => {
  const readPart = (rollUp: RollUp): Reading => ({ kind: 'share', part: Number(rollUp.name), whole: 30 });
  const changes = unitChanges([unit('02', '5'), unit('01', '9')], [unit('01', '7'), unit('02', '6')], readPart, null);
  expect(changes.map((change) => [change.unit.code, change.difference, change.points])).toEqual([
    ['01', -2, -6.7],
    ['02', 1, 3.3],
  ]);
});

it('makes no difference of a unit that was not there before', () => {
  const [change] = unitChanges([], [unit('01', 'consolidated')], readState, 'consolidated');
  expect(change).toMatchObject({ before: undefined, difference: null });
});
