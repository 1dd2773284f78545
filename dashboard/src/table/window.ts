/** The items of a long list that are drawn, and the space that those before and after them take, in pixels. */
export interface Window {
  first: number;
  /** The item after the last one. */
  end: number;
  above: number;
  below: number;
}

// As many as a screen holds are drawn beyond each end, so that a keyboard always finds the next one.
const screensBeyond = 1;

/** Lists up to this length are drawn whole. */
export const longestWhole = 120;

/**
 * The part of a list that is drawn.
 * @param count How many items there are, all of one height.
 * @param scrolled How far the list has been scrolled, in pixels.
 * @param screen The height of the screen, in pixels.
 */
export function windowOf(count: number, height: number, scrolled: number, screen: number): Window {
  if (count <= longestWhole) return { first: 0, end: count, above: 0, below: 0 };
  const onScreen = Math.ceil(screen / height);
  const top = Math.min(Math.max(0, Math.floor(scrolled / height)), count);
  // Steps of ten: scrolling by a row draws nothing anew.
  const first = Math.max(0, Math.floor((top - onScreen * screensBeyond) / 10) * 10);
  const end = Math.min(count, Math.ceil((top + onScreen * (1 + screensBeyond)) / 10) * 10);
  return { first, end, above: first * height, below: (count - end) * height };
}
