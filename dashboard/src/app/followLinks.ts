import { navigate } from 'wouter-preact/use-browser-location';

/** Opens the page's own links inside something without loading the page anew: one listener for hundreds of links. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const href = (event.target as Element).closest('a')?.getAttribute('href');
  if (!href?.startsWith('/')) return;
  event.preventDefault();
  navigate(href);
}
