import type { LedgerRow, Page, RollUp } from '../api/contract';
import { call } from '../api/http';
import { rollUpOf } from '../cache/rollUps';

/** A report that was recorded: the number that its unit's ledger gave it. */
export interface Sent {
  unit: string;
  sequence: number;
}

/** A row of the ledger, and the unit whose it is. */
export interface Recorded {
  unit: Pick<RollUp, 'code' | 'name' | 'edition' | 'simulated'>;
  row: LedgerRow;
}

// However many units a file speaks of, others ask the silo too.
const atOnce = 6;

/** Reads reports back from the ledger, in their order; those that it does not have are left out. */
export async function readRecorded(sent: readonly Sent[], signal: AbortSignal): Promise<Recorded[]> {
  const recorded: (Recorded | undefined)[] = [];
  for (let from = 0; from < sent.length; from += atOnce)
    recorded.push(...(await Promise.all(sent.slice(from, from + atOnce).map((one) => readOne(one, signal)))));
  return recorded.filter((one) => one !== undefined);
}

async function readOne({ unit, sequence }: Sent, signal: AbortSignal): Promise<Recorded | undefined> {
  const [rollUp, row] = await Promise.all([
    rollUpOf(unit).peek() ?? call<RollUp>(`/units/${unit}`, {}, { signal }),
    readRow(unit, sequence, signal),
  ]);
  return row && { unit: rollUp, row };
}

// Newest first: what was sent a moment ago is on the first page.
async function readRow(unit: string, sequence: number, signal: AbortSignal): Promise<LedgerRow | undefined> {
  let cursor: string | undefined;
  do {
    const page: Page<LedgerRow> = await call(`/units/${unit}/reports`, { cursor }, { signal });
    const row = page.items.find((one) => one.sequence === sequence);
    if (row !== undefined) return row;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return undefined;
}
