/** A browser's storage, with room for so many letters. */
export function storageOf(kept: Record<string, string>, room = Number.POSITIVE_INFINITY): Storage {
  const calls = {
    getItem: (name: string) => kept[name] ?? null,
    removeItem: (name: string) => {
      delete kept[name];
    },
    setItem: (name: string, text: string) => {
      if (text.length > room) throw new DOMException('', 'QuotaExceededError');
      kept[name] = text;
    },
  };
  return new Proxy(kept, {
    get: (_, name) => calls[name as keyof typeof calls],
  }) as unknown as Storage;
}

/** The names under which something is kept of what is typed and sent. */
export function entriesOf(kept: Record<string, string>): string[] {
  return Object.keys(kept).filter((name) => name.startsWith('entry.'));
}
