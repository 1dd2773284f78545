/** The address that asks for a key and then leads back to where one is. */
export function signInAddress(path: string, search: string): string {
  const here = search === '' ? path : `${path}?${search}`;
  return `/sign-in?from=${encodeURIComponent(here)}`;
}

/** Where one came from; undefined when the address does not say, or names another site. */
export function cameFrom(query: URLSearchParams): string | undefined {
  const from = query.get('from');
  return from !== null && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : undefined;
}
