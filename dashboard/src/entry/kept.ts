// What another version of the page has kept may have another form.
const version = 1;
// The most that the API takes.
const mostLetters = 1_048_576;

/** What this browser keeps under a name; undefined where it keeps nothing, or nothing that this page has written. */
export function readKept<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(name);
    const kept = text === null ? undefined : JSON.parse(text);
    return kept?.version === version ? (kept.value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something between visits, or nothing any more; false where this browser does not (private windows, a policy, no room). */
export function keep<T>(name: string, value: T | undefined): boolean {
  try {
    const text = JSON.stringify({ version, value });
    if (value === undefined || text.length > mostLetters) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return value === undefined || text.length <= mostLetters;
  } catch {
    return false;
  }
}

/** The names that begin so and have something kept under them. */
export function keptNames(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Tells of what another tab keeps or drops under a name. */
export function onKeptElsewhere(changed: (name: string) => void): void {
  globalThis.addEventListener?.('storage', ({ key }) => {
    if (key !== null) changed(key);
  });
}
