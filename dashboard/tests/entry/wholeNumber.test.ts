import { describe, expect, it } from 'vitest';
import { wholeNumber } from '../../src/entry/wholeNumber';

describe('a whole number as it is typed', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['1234', 1234],
    ['1.234', 1234],
    ['1,234', 1234],
    ['1 234 567', 1234567],
    [' 12.345.678 ', 12345678],
    ['1.000.000.000', 1_000_000_000],
  ])('%s is understood', (text, value) => expect(wholeNumber(text)).toBe(value));

  it.each(['', '-1', '1.2', '1.23', '1234.567', '1.234,5', '1.234,567', '1e3', '½', '12a', '.123', '1..234'])(
    '“%s” is none',
    (text) => expect(wholeNumber(text)).toBeUndefined(),
  );

  it('is the same number however its thousands are parted', () => {
    for (let value = 1; value <= 1_000_000_000; value = value * 3 + 1)
      for (const locale of ['vi-VN', 'en-GB', 'fr-FR'])
        expect(wholeNumber(new Intl.NumberFormat(locale).format(value))).toBe(value);
  });
});
