import { ApiError } from './http';

// What passes by itself: no line, too many requests, a ledger that cannot commit just now.
const passing = [0, 408, 429, 502, 503, 504];
const longestPause = 30_000;

/** Whether a call that failed may be answered when it is made again. */
export function isPassing(problem: unknown): boolean {
  return problem instanceof ApiError && passing.includes(problem.problem.status);
}

/** Told before each pause how many tries have failed and how long the pause is, in milliseconds. */
export type Waiting = (tries: number, pause: number) => void;

/**
 * Sends something until the silo has answered, however often the line breaks.
 * @param send Sends it: what counts once however often it is sent, by its idempotency keys.
 * @param isAnswer Whether what it throws is an answer, and does not pass by itself.
 * @throws {ApiError} when the silo refuses it.
 */
export async function untilAnswered<T>(
  send: () => Promise<T>,
  waiting: Waiting,
  signal: AbortSignal,
  isAnswer: (problem: unknown) => boolean = (problem) => !isPassing(problem),
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (signal.aborted || isAnswer(error)) throw error;
      const pause = Math.min(longestPause, 1000 * 2 ** tries) * (0.75 + Math.random() / 2);
      waiting(tries, pause);
      await rest(pause, signal);
    }
  }
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
