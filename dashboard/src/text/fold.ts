/** A text without accents and in lower case, for comparing and for file names: `Đà Nẵng` → `da nang`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
