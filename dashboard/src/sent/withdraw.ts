import type { LedgerRow } from '../api/contract';
import { call, jsonBody } from '../api/http';
import { untilAnswered, type Waiting } from '../api/untilAnswered';

/**
 * Takes back a report of a unit, however often the line breaks: its idempotency key is made from what it takes back, so that it counts
 * once, whoever sends it again.
 * @throws {ApiError} when the silo refuses it.
 */
export async function withdraw(unit: string, row: LedgerRow, waiting: Waiting, signal: AbortSignal): Promise<void> {
  const { sequence, effectiveOn } = row;
  const report = { unit, idempotencyKey: `withdraws-${sequence}`, effectiveOn, withdraws: sequence };
  const body = jsonBody('POST', { reports: [report] });
  await untilAnswered(() => call('/reports', {}, { ...body, signal }), waiting, signal);
}
