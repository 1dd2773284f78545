import { expect, it } from 'vitest';
import { fileName } from '../../src/takeaway/fileName';

it('has no accents and nothing that a file system refuses', () => {
  expect(fileName('Thừa Thiên Huế: Đôn đốc 01/02/2017 – “cũ”', 'csv')).toBe('thua-thien-hue-don-doc-01-02-2017-cu.csv');
});
