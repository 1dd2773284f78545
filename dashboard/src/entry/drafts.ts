import { type Signal, signal } from '@preact/signals';
import type { Draft } from './draft';
import { isBlank, newId } from './draft';
import { keep, keptNames, onKeptElsewhere, readKept } from './kept';

const prefix = 'entry.draft';
const mostDrafts = 100;
const longest = 90 * 86_400_000;

const drafts = new Map<string, Signal<Draft | undefined>>();
onKeptElsewhere((name) => {
  const draft = drafts.get(name);
  if (draft !== undefined) draft.value = readKept<Draft>(name);
});

/** Whether this browser keeps drafts. */
export const isKeeping = signal(true);

/** What was typed for a unit with a key and has not been recorded, in whichever tab; undefined when there is nothing. */
export function draftOf(keyId: string, unit: string): Signal<Draft | undefined> {
  const name = nameOf(keyId, unit);
  let draft = drafts.get(name);
  if (draft === undefined) {
    prune();
    draft = signal(readKept<Draft>(name));
    drafts.set(name, draft);
  }
  return draft;
}

/** Keeps a draft; one that says nothing is dropped. */
export function keepDraft(keyId: string, unit: string, draft: Draft | undefined): void {
  const kept = draft === undefined || isBlank(draft) ? undefined : draft;
  draftOf(keyId, unit).value = kept;
  isKeeping.value = keep(nameOf(keyId, unit), kept);
}

/** Ends a draft that was recorded, or gives one that was refused another id; another draft is left alone. */
export function settleDraft(keyId: string, unit: string, id: string, isRecorded: boolean): void {
  const draft = draftOf(keyId, unit).peek();
  if (draft?.id === id) keepDraft(keyId, unit, isRecorded ? undefined : { ...draft, id: newId() });
}

// So that a browser that many share is not filled up for good.
function prune(): void {
  const kept = keptNames(prefix)
    .map((name) => ({ name, since: readKept<Draft>(name)?.since ?? '' }))
    .sort((one, other) => other.since.localeCompare(one.since));
  const first = new Date(Date.now() - longest).toISOString();
  for (const [place, { name, since }] of kept.entries())
    if (place >= mostDrafts || since < first) keep(name, undefined);
}

function nameOf(keyId: string, unit: string): string {
  return `${prefix} ${keyId} ${unit}`;
}
