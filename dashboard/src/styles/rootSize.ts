/** The size of the page's text in pixels, which grows with the screen. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
