const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
const word = /[\p{L}\p{M}]+/gu;

/**
 * By what two spellings of a model's name are one, as the silo compares them: case, white space, where a syllable has its tone mark and
 * which letter stands for Đ do not count.
 */
export function modelKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[ðɖ]/g, 'đ')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(word, (letters) => letters.replace(tone, '') + (letters.match(tone) ?? []).join(''))
    .replace(/\s+/g, ' ')
    .trim();
}
