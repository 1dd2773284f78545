import { describe, expect, it } from 'vitest';
import { modelKey } from '../../src/text/modelName';

describe('the name of a model', () => {
  it.each([
    ['Tổ tự quản', ' tổ  TỰ quản '],
    ['Hòa giải', 'Hoà giải'],
    ['Tổ dân phố', 'Tổ dân phố'.normalize('NFD')],
    ['Điểm sáng', '\u00D0iểm sáng'],
    ['Thủy lợi, 2', 'Thuỷ lợi, 2'],
    ['Hòa-bình', 'Hoà-bình'],
  ])('%s is also written %s', (one, other) => expect(modelKey(one)).toBe(modelKey(other)));

  it.each([
    ['Hoa', 'Hòa'],
    ['Tổ 1', 'Tổ 2'],
    ['Ba Đình', 'Ba Dinh'],
  ])('%s is another one than %s', (one, other) => expect(modelKey(one)).not.toBe(modelKey(other)));
});
