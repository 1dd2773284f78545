// The silo refuses instants that its own clock has not reached; a computer's clock may be ahead of it.
let ahead = 0;

// After a server's clock ran ahead, rows are dated later than now: only their instant knows them all.
let newestRow = '';

/** Notes when a row was recorded. */
export function noteRow(recordedAt: string | null): void {
  if (recordedAt !== null && !(Date.parse(recordedAt) <= Date.parse(newestRow))) newestRow = recordedAt;
}

/** Notes what a server's clock said in an answer (the HTTP headers `Date`, and `Ledger-Clock` where a row is dated later). */
export function noteServerClock(date: string | null, row: string | null = null): void {
  noteRow(row);
  const server = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(server)) ahead = Date.now() - server;
}

/** This second by the server's clock, or the newest row where that is later, in UTC: `2017-02-20T08:00:00Z`. */
export function serverNow(): string {
  const now = Date.now() - ahead;
  if (Date.parse(newestRow) >= now) return newestRow;
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}
