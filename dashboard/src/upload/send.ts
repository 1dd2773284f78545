import type { FileReceipt } from '../api/contract';
import { ApiError, call } from '../api/http';

// What passes by itself: no line, too many requests, a ledger that cannot commit just now.
const passing = [0, 408, 429, 502, 503, 504];
const longestPause = 30_000;

/** Has the silo check a file without recording anything. */
export function check(file: File): Promise<FileReceipt> {
  return post(file, { dryRun: 'true' });
}

/**
 * Sends a file until the silo has answered, however often the line breaks. Sent again it counts once: its keys are
 * made from what it says.
 * @param confirm The codes of the warnings that the sender stands by.
 * @param waiting Told before each pause how many tries have failed and how long the pause is, in milliseconds.
 * @throws {ApiError} when the silo refuses it.
 */
export async function sendUntilAnswered(
  file: File,
  confirm: readonly string[],
  waiting: (tries: number, pause: number) => void,
  signal: AbortSignal,
): Promise<FileReceipt> {
  for (let tries = 1; ; tries++) {
    try {
      return await post(file, { confirm }, signal);
    } catch (error) {
      if (!(error instanceof ApiError) || !passing.includes(error.problem.status)) throw error;
      const pause = Math.min(longestPause, 1000 * 2 ** tries) * (0.75 + Math.random() / 2);
      waiting(tries, pause);
      await rest(pause, signal);
    }
  }
}

function post(file: File, query: { dryRun?: string; confirm?: readonly string[] }, signal?: AbortSignal) {
  // Which kind of file it is, its bytes say.
  const headers = { 'Content-Type': 'application/octet-stream' };
  return call<FileReceipt>('/reports/file', query, { method: 'POST', headers, body: file, signal: signal ?? null });
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
