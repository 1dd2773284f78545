/** What a reader does who no longer waits for the place where the page was. */
const doings = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Has the browser's Back come back to where a page was scrolled to, and a link begin at the top. The browser's own
 * way ends before the figures are there that make the page long.
 */
export function keepScroll(): void {
  const places = new Map<string, number>();
  let wanted: number | undefined;
  const note = () => {
    if (wanted === undefined) places.set(location.href, window.scrollY);
  };
  const reach = () => {
    if (wanted === undefined || document.documentElement.scrollHeight - window.innerHeight < wanted) return;
    window.scrollTo(0, wanted);
    wanted = undefined;
  };
  const giveUp = () => {
    wanted = undefined;
  };

  history.scrollRestoration = 'manual';
  window.addEventListener('scroll', note);
  // The router tells of what it does under the names of the browser's functions.
  window.addEventListener('replaceState', note);
  window.addEventListener('pushState', () => {
    giveUp();
    if (location.hash === '') window.scrollTo(0, 0);
  });
  window.addEventListener('popstate', () => {
    // A link within the page is none of this.
    wanted = places.get(location.href) ?? (location.hash === '' ? 0 : undefined);
  });
  for (const doing of doings) window.addEventListener(doing, giveUp, { passive: true });
  new ResizeObserver(reach).observe(document.body);
}
