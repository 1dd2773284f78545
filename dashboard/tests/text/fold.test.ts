import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold';

it.each([
  ['Thành phố Đà Nẵng', 'thanh pho da nang'],
  ['Tỉnh Hoà Bình', 'tinh hoa binh'],
  ['Tỉnh Hòa Bình', 'tinh hoa binh'],
  ['  ĐẮK\u00a0 LẮK\t', 'dak lak'],
  ['Quảng Nam', 'quang nam'],
])('folds %s', (name, folded) => {
  expect(fold(name)).toBe(folded);
});
