import { afterEach, describe, expect, it, vi } from 'vitest';
import { readRecorded } from '../../src/receipt/recorded';

const asked: string[] = [];

/** A ledger of 250 rows of every unit, in pages of 100. */
function answer(url: string): Response {
  asked.push(url);
  const [, unit, list] = /units\/(\w+)(\/reports)?/.exec(url) ?? [];
  if (list === undefined) return Response.json({ code: unit, name: `Xã ${unit}`, edition: '2023', simulated: false });
  const newest = Number(new URL(url, 'https://here.example').searchParams.get('cursor') ?? 250);
  const items = Array.from({ length: Math.min(100, newest) }, (_, place) => ({ sequence: newest - place }));
  return Response.json({ items, next: newest > 100 ? String(newest - 100) : null });
}

const read = async (sent: Parameters<typeof readRecorded>[0]) => {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(answer(url)));
  return (await readRecorded(sent, new AbortController().signal)).map(
    ({ unit, row }) => `${unit.name} ${row.sequence}`,
  );
};

describe('reports read back from the ledger', () => {
  afterEach(() => {
    asked.length = 0;
    vi.unstubAllGlobals();
  });

  it('come in the order in which they were sent', async () => {
    const sent = Array.from({ length: 20 }, (_, place) => ({ unit: `${place}`, sequence: 250 - place }));
    expect(await read(sent)).toEqual(sent.map(({ unit, sequence }) => `Xã ${unit} ${sequence}`));
    expect(asked.length).toBe(40);
  });

  it('are looked for page by page where they are old', async () => {
    expect(await read([{ unit: '01', sequence: 7 }])).toEqual(['Xã 01 7']);
    expect(asked.filter((url) => url.includes('/reports')).length).toBe(3);
  });

  it('are left out where the ledger has none', async () =>
    expect(await read([{ unit: '01', sequence: 251 }])).toEqual([]));
});
