import type { FileReceipt } from '../api/contract';
import { call } from '../api/http';
import { untilAnswered, type Waiting } from '../api/untilAnswered';

/** Has the silo check a file without recording anything. */
export function check(file: File): Promise<FileReceipt> {
  return post(file, { dryRun: 'true' });
}

/**
 * Sends a file until the silo has answered. Sent again it counts once: its keys are made from what it says.
 * @param confirm The codes of the warnings that the sender stands by.
 * @throws {ApiError} when the silo refuses it.
 */
export function sendUntilAnswered(
  file: File,
  confirm: readonly string[],
  waiting: Waiting,
  signal: AbortSignal,
): Promise<FileReceipt> {
  return untilAnswered(() => post(file, { confirm }, signal), waiting, signal);
}

function post(file: File, query: { dryRun?: string; confirm?: readonly string[] }, signal?: AbortSignal) {
  // Which kind of file it is, its bytes say.
  const headers = { 'Content-Type': 'application/octet-stream' };
  return call<FileReceipt>('/reports/file', query, { method: 'POST', headers, body: file, signal: signal ?? null });
}
