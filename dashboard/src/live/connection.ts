import { computed, effect, signal } from '@preact/signals';
import { createParser } from 'eventsource-parser';
import { ApiError, address, send } from '../api/http';
import { returns } from '../api/line';
import { receive } from '../cache/rollUps';
import { endSession } from '../session/session';

// The silo sends a comment every 15 s; a line that has been still for longer than two of them is dead.
const longestSilence = 35_000;
const shortestPause = 500;
const longestPause = 10_000;

const watched = new Map<string, number>();
let running: AbortController | undefined;
let pause = shortestPause;
let retry: ReturnType<typeof setTimeout> | undefined;
let isPlanned = false;

/** When something was last heard from the silo; null before the first time. */
const heardAt = signal<number | null>(null);
const isOpen = signal(false);

/** How the page hears of changes: `live`; `connecting` for the first time; `stale` since the instant `since`. */
export const connection = computed(() => {
  if (isOpen.value) return { state: 'live' as const };
  return heardAt.value === null ? { state: 'connecting' as const } : { state: 'stale' as const, since: heardAt.value };
});

/**
 * Has the roll-ups of some units kept current, at most 100 units in all, until the function returned is called.
 * Every connection begins with the current roll-up of each unit, so nothing is missed between two.
 */
export function watch(codes: readonly string[]): () => void {
  for (const code of codes) watched.set(code, (watched.get(code) ?? 0) + 1);
  plan();
  return () => {
    for (const code of codes) {
      const left = (watched.get(code) ?? 1) - 1;
      if (left === 0) watched.delete(code);
      else watched.set(code, left);
    }
    plan();
  };
}

// Parts of a page that come and go together make one new connection.
function plan(): void {
  if (isPlanned) return;
  isPlanned = true;
  queueMicrotask(() => {
    isPlanned = false;
    restart();
  });
}

function restart(): void {
  running?.abort();
  clearTimeout(retry);
  running = undefined;
  if (watched.size === 0 || document.hidden) return;
  running = new AbortController();
  void run(running);
}

async function run(own: AbortController): Promise<void> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    heardAt.value = Date.now();
    clearTimeout(silence);
    silence = setTimeout(() => own.abort('silent'), longestSilence);
  };
  try {
    const units = new URLSearchParams([...watched.keys()].map((code) => ['unit', code]));
    const answer = await send(`${address('/live')}?${units}`, { signal: own.signal });
    const parser = createParser({ onEvent: (event) => receive(event.data) });
    const reader = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    isOpen.value = true;
    pause = shortestPause;
    heard();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard();
      parser.feed(part.value);
    }
  } catch (error) {
    const status = error instanceof ApiError ? error.problem.status : 0;
    if (status === 401) endSession();
    // What may not be seen, or does not exist, will be so next time; what else the page shows says why.
    if (status === 403 || status === 404) return;
  } finally {
    clearTimeout(silence);
  }
  if (running !== own) return;
  isOpen.value = false;
  // Some thousand pages whose silo went away do not come back at one moment.
  retry = setTimeout(restart, pause * (0.75 + Math.random() / 2));
  pause = Math.min(pause * 2, longestPause);
}

// A page that nobody looks at costs nothing, and leaves the browser's few connections to those that are looked at.
effect(() => {
  if (returns.value > 0 && !isOpen.peek()) plan();
});
document.addEventListener('visibilitychange', plan);
window.addEventListener('online', plan);
