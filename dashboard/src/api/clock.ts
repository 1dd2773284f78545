// The silo refuses instants that its own clock has not reached; a computer's clock may be ahead of it.
let ahead = 0;

/** Notes what a server's clock said in an answer (the HTTP header `Date`). */
export function noteServerClock(date: string | null): void {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(server)) ahead = Date.now() - server;
}

/** This second by the server's clock, in UTC: `2017-02-20T08:00:00Z`. */
export function serverNow(): string {
  return `${new Date(Date.now() - ahead).toISOString().slice(0, 19)}Z`;
}
