/**
 * A name as it is searched for, by the same rule as the API's `q`: without accents, case and repeated spaces;
 * “Hoà” and “Hòa” are both `hoa`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .trim();
}
