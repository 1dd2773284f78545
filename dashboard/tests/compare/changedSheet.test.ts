import { expect, it } from 'vitest';
import type { Catalogue, RollUp } from '../../src/api/contract';
import { changedSheet } from '../../src/compare/changedSheet';
import type { UnitChange } from '../../src/compare/unitChanges';

const unit = { code: '01', name: 'Hà Nội' } as RollUp;
const catalogue = { indicators: [] } as unknown as Catalogue;
const change = (before: number, after: number): UnitChange => ({
  unit,
  before: { kind: 'share', part: before, whole: 3 },
  after: { kind: 'share', part: after, whole: 3 },
  kind: 'other',
  difference: after - before,
  points: 33.4,
});

it('has parts and wholes as numbers, with what they come to', () => {
  const sheet = changedSheet([change(1, 2), change(2, 2)], ['trước', 'sau'], catalogue, 'committee');
  expect(sheet.rows[0]).toEqual(['01', 'Hà Nội', 1, 3, 0.333, 2, 3, 0.667, 1, 33.4]);
  expect(sheet.total).toEqual(['Cộng', null, 3, 6, 0.5, 4, 6, 0.667, 1, null]);
  expect(sheet.columns).toHaveLength(10);
});

it('has states in words, which come to nothing', () => {
  const state: UnitChange = {
    ...change(0, 0),
    before: undefined,
    after: { kind: 'state', state: 'unreported' },
    difference: null,
    points: null,
  };
  const sheet = changedSheet([state], ['trước', 'sau'], catalogue, 'committee');
  expect(sheet.rows).toEqual([['01', 'Hà Nội', null, 'Chưa báo cáo', 'Có thay đổi', null]]);
  expect(sheet.total).toBeUndefined();
});
