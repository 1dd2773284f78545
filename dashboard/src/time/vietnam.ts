// Việt Nam has kept one offset all year round since before the first day that figures may have.
const offset = '+07:00';

/** The clock of Việt Nam, as a field for date and time has it (`2017-02-20T15:00:05`), as an instant in UTC. */
export function toInstant(local: string): string {
  return `${new Date(`${local}${offset}`).toISOString().slice(0, 19)}Z`;
}

/** An instant as the clock of Việt Nam, for a field for date and time; of a text that is no instant, nothing. */
export function toLocal(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + 7 * 3_600_000).toISOString().slice(0, 19);
}
