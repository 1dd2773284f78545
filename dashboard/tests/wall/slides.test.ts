import { expect, it } from 'vitest';
import type { Catalogue, RollUp } from '../../src/api/contract';
import { slidesOf } from '../../src/wall/slides';

const catalogue = { indicators: [{ id: 'committee', complete: 'consolidated' }] } as Catalogue;
const province = (name: string, region: string | null, own: string | null) =>
  ({ name, region, statuses: { committee: { own } } }) as unknown as RollUp;
const nation = {
  headlines: [
    { indicator: 'committee', level: 'province', complete: 2, total: 3 },
    { indicator: 'committee', level: 'commune', complete: 5, total: 9 },
  ],
  reporting: { province: { reported: 3, total: 3 }, commune: { reported: 8, total: 9 } },
} as unknown as RollUp;
const provinces = [
  province('Lào Cai', 'Tây Bắc', 'consolidated'),
  province('Kon Tum', 'Tây Nguyên', null),
  province('Gia Lai', 'Tây Nguyên', 'consolidated'),
];

it('shows each level by itself and never sums over levels', () => {
  const [first, second] = slidesOf(nation, provinces, catalogue);
  expect(first).toMatchObject({ region: null, level: 'province' });
  expect(first?.figures).toEqual([
    { indicator: 'committee', complete: 2, total: 3, left: ['Kon Tum'] },
    { indicator: 'reporting', complete: 3, total: 3, left: null },
  ]);
  expect(second?.figures[0]).toEqual({ indicator: 'committee', complete: 5, total: 9, left: null });
});

it('counts a region by the states of its own units, silence not being complete', () => {
  const regions = slidesOf(nation, provinces, catalogue).filter((slide) => slide.region !== null);
  expect(regions.map(({ region, figures }) => [region, figures[0]])).toEqual([
    ['Tây Bắc', { indicator: 'committee', complete: 1, total: 1, left: [] }],
    ['Tây Nguyên', { indicator: 'committee', complete: 1, total: 2, left: ['Kon Tum'] }],
  ]);
});

it('has no region where the units below have none', () => {
  expect(slidesOf(nation, [province('Quận 1', null, null)], catalogue)).toHaveLength(2);
});

it('has nothing to show of a unit with nothing below it', () => {
  expect(slidesOf({ headlines: [], reporting: {} } as unknown as RollUp, [], catalogue)).toEqual([]);
});
