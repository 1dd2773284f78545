import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold';

it.each([
  ['Đắk Lắk', 'dak lak'],
  ['Hoà Bình', 'hoa binh'],
  ['TP. Hồ Chí Minh', 'tp. ho chi minh'],
])('%s is %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text.normalize('NFD'))).toBe(folded);
});
