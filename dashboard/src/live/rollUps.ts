import { batch, type Signal, signal } from '@preact/signals';
import type { RollUp } from '../api/contract';

const rollUps = new Map<string, Signal<RollUp | undefined>>();
const waiting = new Map<string, string>();
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
    for (const rollUp of read) rollUpOf(rollUp.code).value = rollUp;
  });
}

/**
 * Takes a roll-up as the live stream sent it. It is shown with the next frame: of several for one unit only the
 * newest is parsed, so that a flood of changes costs no more than the screen can show.
 */
export function receive(json: string): void {
  const code = codeOf.exec(json)?.[1] ?? json;
  if (waiting.size === 0) requestAnimationFrame(show);
  waiting.set(code, json);
}

/** Forgets everything, as at the end of a session. */
export function forget(): void {
  waiting.clear();
  for (const known of rollUps.values()) known.value = undefined;
}

function show(): void {
  const read = [...waiting.values()].map((json) => JSON.parse(json) as RollUp);
  waiting.clear();
  keep(read);
}
