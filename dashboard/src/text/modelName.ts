const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** By what two spellings of a model's name are one: case, white space and where a syllable has its tone mark do not count. */
export function modelKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{Cf}]/gu, '')
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(tone, '') + (word.match(tone) ?? []).join(''))
    .join(' ');
}
