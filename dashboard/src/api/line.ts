import { signal } from '@preact/signals';

/** What a proxy answers for a silo that it does not reach, and a call that had no answer at all. */
const lost = [0, 502, 504];

/** Whether the last call did not reach the silo. */
export const isLost = signal(false);

/** How often the line has come back: whatever could not be read meanwhile is read again then. */
export const returns = signal(0);

/** Notes what a call was answered, 0 for nothing. */
export function noteLine(status: number): void {
  const isBack = isLost.peek() && !lost.includes(status);
  isLost.value = lost.includes(status);
  if (isBack) returns.value++;
}
