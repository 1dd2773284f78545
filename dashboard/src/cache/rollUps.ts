import { batch, type Signal, signal } from '@preact/signals';
import { noteRow } from '../api/clock';
import type { RollUp } from '../api/contract';

// However many units change at once, and however often, a frame stays short and leaves time for the reader's own doings.
const mostInAFrame = 16;
const betweenFrames = 60;

const rollUps = new Map<string, Signal<RollUp | undefined>>();
const waiting = new Map<string, string>();
let shownAt = 0;
const codeOf = /^\{"code":"([^"]+)"/;

/** The newest roll-up known of a unit; undefined until there is one. */
export function rollUpOf(code: string): Signal<RollUp | undefined> {
  let known = rollUps.get(code);
  if (known === undefined) {
    known = signal<RollUp | undefined>(undefined);
    rollUps.set(code, known);
  }
  return known;
}

/** Takes roll-ups that were read. */
export function keep(read: readonly RollUp[]): void {
  batch(() => {
    for (const rollUp of read) {
      rollUpOf(rollUp.code).value = rollUp;
      noteRow(rollUp.recordedAt);
    }
  });
}

/**
 * Takes a roll-up as the live stream sent it. It is shown with one of the next frames, each unit in its turn: of several
 * for one unit only the newest is parsed, so that a flood of changes costs no more than a reader can see.
 */
export function receive(json: string): void {
  const code = codeOf.exec(json)?.[1] ?? json;
  if (waiting.size === 0) plan();
  waiting.set(code, json);
}

/** Forgets everything, as at the end of a session. */
export function forget(): void {
  waiting.clear();
  for (const known of rollUps.values()) known.value = undefined;
}

function plan(): void {
  setTimeout(() => requestAnimationFrame(show), Math.max(0, shownAt + betweenFrames - performance.now()));
}

function show(): void {
  shownAt = performance.now();
  const next = [...waiting].slice(0, mostInAFrame);
  for (const [code] of next) waiting.delete(code);
  if (waiting.size > 0) plan();
  keep(next.map(([, json]) => JSON.parse(json) as RollUp));
}
