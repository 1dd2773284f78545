import { keptNames } from './kept';

const prefix = 'entry.sending';

/** Where a batch is kept that was sent for a unit with a key and has had no answer. */
export function unansweredOf(keyId: string, unit: string): string {
  return `${prefix} ${keyId} ${unit}`;
}

/** Where all of a key are kept. */
export function unansweredNames(keyId: string): string[] {
  return keptNames(`${prefix} ${keyId} `);
}
