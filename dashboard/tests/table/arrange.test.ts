import { expect, it } from 'vitest';
import { facetValues, filterRows, groupRows, sortRows } from '../../src/table/arrange';
import type { Column, Facet } from '../../src/table/column';

interface Place {
  name: string;
  region: string | null;
  sites: number | null;
}

const places: Place[] = [
  { name: 'Tỉnh Đắk Lắk', region: 'Tây Nguyên', sites: 5 },
  { name: 'Tỉnh Hoà Bình', region: 'Tây Bắc Bộ', sites: null },
  { name: 'Tỉnh Gia Lai', region: 'Tây Nguyên', sites: 12 },
  { name: 'Thành phố Đà Nẵng', region: null, sites: 5 },
];
const nameOf = (place: Place) => place.name;
const byName: Column<Place> = { id: 'name', header: '', value: nameOf };
const bySites: Column<Place> = { id: 'sites', header: '', value: (place) => place.sites };
const region: Facet<Place> = { id: 'region', label: '', of: (place) => place.region };
const names = (rows: readonly Place[]) => rows.map((row) => row.name.split(' ').at(-1));

it('finds names without accents or case', () => {
  expect(names(filterRows(places, nameOf, 'HÒA b', [], {}))).toEqual(['Bình']);
  expect(names(filterRows(places, nameOf, 'da', [], {}))).toEqual(['Lắk', 'Nẵng']);
  expect(filterRows(places, nameOf, 'Huế', [], {})).toEqual([]);
});

it('chooses by facets, an empty choice choosing all', () => {
  expect(names(filterRows(places, nameOf, '', [region], { region: 'Tây Nguyên' }))).toEqual(['Lắk', 'Lai']);
  expect(filterRows(places, nameOf, '', [region], { region: '' })).toHaveLength(4);
});

it('orders figures with nothing before everything, and keeps the order of equal rows', () => {
  expect(names(sortRows(places, bySites, { column: 'sites', isDescending: false }))).toEqual([
    'Bình',
    'Lắk',
    'Nẵng',
    'Lai',
  ]);
  expect(names(sortRows(places, bySites, { column: 'sites', isDescending: true }))).toEqual([
    'Lai',
    'Lắk',
    'Nẵng',
    'Bình',
  ]);
});

it('orders names as Vietnamese does: đ after d, before e', () => {
  const rows = ['Em', 'Đào', 'Dâu', 'An'].map((name) => ({ name, region: null, sites: null }));
  expect(names(sortRows(rows, byName, { column: 'name', isDescending: false }))).toEqual(['An', 'Dâu', 'Đào', 'Em']);
});

it('leaves the order to the rows when no column is chosen', () => {
  expect(sortRows(places, undefined, { column: '', isDescending: false })).toEqual(places);
});

it('groups by a facet, every row in one group', () => {
  const groups = groupRows(places, region);
  expect(groups.map((group) => group.name)).toEqual(['–', 'Tây Bắc Bộ', 'Tây Nguyên']);
  expect(groups.flatMap((group) => group.rows)).toHaveLength(places.length);
  expect(groupRows(places, undefined)).toEqual([{ name: null, rows: places }]);
});

it('gives the values of a facet once each, in order', () => {
  expect(facetValues(places, region)).toEqual(['Tây Bắc Bộ', 'Tây Nguyên']);
});

it('reads and orders the values of a facet as their texts do, and chooses by the values', () => {
  const words: Record<string, string> = { 'Tây Nguyên': 'A', 'Tây Bắc Bộ': 'B' };
  const named: Facet<Place> = { ...region, text: (value) => words[value] ?? '' };

  expect(facetValues(places, named)).toEqual(['Tây Nguyên', 'Tây Bắc Bộ']);
  expect(groupRows(places, named).map((group) => group.name)).toEqual(['–', 'A', 'B']);
  expect(filterRows(places, nameOf, '', [named], { region: 'Tây Nguyên' })).toHaveLength(2);
});
