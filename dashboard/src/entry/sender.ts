import { type Signal, signal } from '@preact/signals';
import type { ReportReceipt } from '../api/contract';
import type { ApiError } from '../api/http';
import { untilAnswered } from '../api/untilAnswered';
import { readSession } from '../session/session';
import { settleDraft } from './drafts';
import { keep, onKeptElsewhere, readKept } from './kept';
import { attempt, isRefusal, needsSignIn, type Sending } from './sending';
import { unansweredNames, unansweredOf } from './unanswered';

/** How far a batch has come: on its way, held up until its key is back, recorded, refused. */
export type SendState =
  | { state: 'sending'; sending: Sending; tries: number; isKept: boolean }
  | { state: 'held'; sending: Sending }
  | { state: 'recorded'; sending: Sending; receipt: ReportReceipt }
  | Refused;

/** A batch of which nothing was recorded, and why. */
export interface Refused {
  state: 'refused';
  sending: Sending;
  problem: ApiError;
}

// Not by unit alone: who signs in with another key neither sees nor sends what is not theirs.
const states = new Map<string, Signal<SendState | undefined>>();
onKeptElsewhere((name) => {
  // Sent from here too: it counts once, and goes on if the other tab is closed.
  const sending = states.has(name) ? readKept<Sending>(name) : undefined;
  if (sending !== undefined) void run(sending, true);
});

/** What becomes of the batch that was sent last for a unit with a key; undefined when there is none. */
export function sendStateOf(keyId: string, unit: string): Signal<SendState | undefined> {
  const name = unansweredOf(keyId, unit);
  let state = states.get(name);
  if (state === undefined) {
    state = signal<SendState | undefined>(undefined);
    states.set(name, state);
    // Another tab may have sent it before this one looked: here too nothing else of the unit is sent meanwhile.
    const sending = readKept<Sending>(name);
    if (sending !== undefined) void run(sending, true);
  }
  return state;
}

/** Keeps a batch, then sends it until it is answered, also after the page was closed and opened again. */
export async function send(sending: Sending): Promise<void> {
  if (sendStateOf(sending.keyId, sending.unit).peek()?.state === 'sending') return;
  await run(sending, keep(unansweredOf(sending.keyId, sending.unit), sending));
}

/** Goes on with whatever a key has sent and has had no answer to. */
export function resume(keyId: string): void {
  for (const name of unansweredNames(keyId)) {
    const sending = readKept<Sending>(name);
    if (sending !== undefined) void run(sending, true);
  }
}

/** Puts the end of a batch away once it has been read. */
export function dismiss(keyId: string, unit: string): void {
  sendStateOf(keyId, unit).value = undefined;
}

async function run(sending: Sending, isKept: boolean): Promise<void> {
  const { keyId, unit, id } = sending;
  const state = sendStateOf(keyId, unit);
  if (state.peek()?.state === 'sending') return;
  const show = (tries: number) => {
    state.value = { state: 'sending', sending, tries, isKept };
  };
  show(0);
  // Nothing stops it: only an answer ends it.
  const { signal } = new AbortController();
  const isAnswer = (problem: unknown) => isRefusal(problem) || needsSignIn(problem);
  try {
    const receipt = await untilAnswered(() => attempt(sending, signal), show, signal, isAnswer);
    end(true);
    state.value = { state: 'recorded', sending, receipt };
  } catch (problem) {
    if (!isRefusal(problem)) {
      state.value = { state: 'held', sending };
      await readSession().catch(() => {});
      return;
    }
    end(false);
    state.value = { state: 'refused', sending, problem };
  }

  function end(isRecorded: boolean) {
    const name = unansweredOf(keyId, unit);
    // Another tab may have sent the next one since.
    if (readKept<Sending>(name)?.id === id) keep(name, undefined);
    settleDraft(keyId, unit, id, isRecorded);
  }
}
