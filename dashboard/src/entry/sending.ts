import type { ReportBatch, ReportReceipt } from '../api/contract';
import { ApiError, call, jsonBody } from '../api/http';

// What a silo says when nothing of a batch was recorded. Everything else may come from in between, or pass.
const refusals = [400, 403, 409, 413, 415, 422];

/** A batch that was confirmed and frozen, and has to be sent until it is answered. */
export interface Sending {
  keyId: string;
  /** The unit whose form it comes from. */
  unit: string;
  /** The draft it was made of, which is the idempotency key of its reports. */
  id: string;
  /** When it was confirmed. */
  since: string;
  batch: ReportBatch;
}

/** Has the silo judge a batch without recording anything. */
export function check(batch: ReportBatch): Promise<ReportReceipt> {
  return post(batch, { dryRun: 'true' });
}

/** Sends a batch once. */
export async function attempt({ batch }: Sending, signal: AbortSignal): Promise<ReportReceipt> {
  const receipt = await post(batch, {}, signal);
  // A network that asks for a sign-in of its own answers in the silo's place.
  if (receipt?.results?.length !== batch.reports.length) throw new Error('This is no receipt.');
  return receipt;
}

/** Whether what an attempt threw says that nothing was recorded. */
export function isRefusal(problem: unknown): problem is ApiError {
  return isOfSilo(problem) && refusals.includes(problem.problem.status);
}

/** Whether an attempt found the session ended: what was sent waits until the same key is back. */
export function needsSignIn(problem: unknown): boolean {
  return isOfSilo(problem) && problem.problem.status === 401;
}

function isOfSilo(problem: unknown): problem is ApiError {
  return problem instanceof ApiError && problem.problem.type?.startsWith('urn:aggregation:') === true;
}

function post(batch: ReportBatch, query: { dryRun?: string }, signal?: AbortSignal): Promise<ReportReceipt> {
  return call<ReportReceipt>('/reports', query, { ...jsonBody('POST', batch), signal: signal ?? null });
}
