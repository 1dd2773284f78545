/** The address that asks for a key and then leads back to where one is. */
export function signInAddress(here = location.pathname + location.search): string {
  return here.startsWith('/sign-in') ? here : `/sign-in?from=${encodeURIComponent(here)}`;
}

/**
 * Where one came from; undefined when the address does not say, or names another site.
 * @param search The query of the address, as the address has it.
 */
export function cameFrom(search: string, origin = location.origin): string | undefined {
  const from = new URLSearchParams(search).get('from');
  if (!from?.startsWith('/') || !URL.canParse(from, origin)) return undefined;
  const place = new URL(from, origin);
  if (place.origin !== origin || place.pathname === '/sign-in') return undefined;
  return place.pathname + place.search + place.hash;
}
