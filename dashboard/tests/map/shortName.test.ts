import { expect, it } from 'vitest';
import { shortName, twoLines } from '../../src/map/shortName';

it('drops the kind of unit', () => {
  expect(shortName('Tỉnh Hà Giang')).toBe('Hà Giang');
  expect(shortName('Thành phố Hồ Chí Minh')).toBe('Hồ Chí Minh');
  expect(shortName('Tỉnh Bà Rịa - Vũng Tàu')).toBe('Bà Rịa - Vũng Tàu');
});

it('breaks where the longer line is shortest', () => {
  expect(twoLines('Hà Nội')).toEqual(['Hà', 'Nội']);
  expect(twoLines('Hồ Chí Minh')).toEqual(['Hồ Chí', 'Minh']);
  expect(twoLines('Bà Rịa - Vũng Tàu')).toEqual(['Bà Rịa -', 'Vũng Tàu']);
  expect(twoLines('Huế')).toEqual(['Huế']);
});
