import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newDraft } from '../../src/entry/draft';
import { entriesOf, storageOf } from './storage';

const kept: Record<string, string> = {};
const typed = (agencies: string) => ({ ...newDraft('2023'), figures: { 'counts/agencies': agencies } as const });

/** The page as it is after it was opened anew. */
async function open() {
  vi.resetModules();
  return import('../../src/entry/drafts');
}

describe('a draft', () => {
  beforeEach(() => {
    for (const name of Object.keys(kept)) delete kept[name];
    vi.stubGlobal('localStorage', storageOf(kept));
  });

  it('is there again when the page is opened again', async () => {
    const draft = typed('12');
    (await open()).keepDraft('key-1', '00001', draft);
    expect((await open()).draftOf('key-1', '00001').value).toEqual(draft);
  });

  it('is neither that of another key nor that of another unit', async () => {
    const { keepDraft, draftOf } = await open();
    keepDraft('key-1', '00001', typed('12'));
    expect(draftOf('key-2', '00001').value).toBeUndefined();
    expect(draftOf('key-1', '00002').value).toBeUndefined();
  });

  it('is gone once nothing is left in it', async () => {
    const { keepDraft } = await open();
    keepDraft('key-1', '00001', typed('12'));
    keepDraft('key-1', '00001', typed(' '));
    expect(entriesOf(kept)).toEqual([]);
  });

  it('ends when it was recorded, and only then; refused, its next try is another report', async () => {
    const { keepDraft, settleDraft, draftOf } = await open();
    const draft = typed('12');
    keepDraft('key-1', '00001', draft);
    settleDraft('key-1', '00001', 'another', true);
    expect(draftOf('key-1', '00001').value).toEqual(draft);
    settleDraft('key-1', '00001', draft.id, false);
    expect(draftOf('key-1', '00001').value).toMatchObject({ figures: draft.figures });
    expect(draftOf('key-1', '00001').value?.id).not.toBe(draft.id);
    settleDraft('key-1', '00001', draftOf('key-1', '00001').value?.id ?? '', true);
    expect(entriesOf(kept)).toEqual([]);
  });

  it('is not taken from another version of the page, or from what is broken', async () => {
    (await open()).keepDraft('key-1', '00001', typed('12'));
    const [name = ''] = entriesOf(kept);
    for (const text of ['{', 'null', '[]', JSON.stringify({ version: 0, value: typed('1') })]) {
      kept[name] = text;
      expect((await open()).draftOf('key-1', '00001').value).toBeUndefined();
    }
  });

  it('goes after a quarter of a year, and the oldest beyond a hundred', async () => {
    const { keepDraft } = await open();
    keepDraft('key-1', 'old', { ...typed('1'), since: '2020-01-01T00:00:00Z' });
    for (let unit = 0; unit < 101; unit++)
      keepDraft('key-1', `${unit}`, { ...typed('1'), since: new Date(Date.now() - unit * 1000).toISOString() });
    (await open()).draftOf('key-1', 'new');
    expect(entriesOf(kept)).toHaveLength(100);
    expect(entriesOf(kept)).not.toContain('entry.draft key-1 100');
    expect(entriesOf(kept)).not.toContain('entry.draft key-1 old');
  });

  it('that does not fit into the browser is still there, and it is said that it is not kept', async () => {
    vi.stubGlobal('localStorage', storageOf(kept, 10));
    const { keepDraft, draftOf, isKeeping } = await open();
    keepDraft('key-1', '00001', typed('12'));
    expect(draftOf('key-1', '00001').value).toMatchObject({ figures: { 'counts/agencies': '12' } });
    expect(isKeeping.value).toBe(false);
  });
});
