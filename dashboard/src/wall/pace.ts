/** How long a slide stays when the address does not say, in seconds. */
export const usualSeconds = 15;
const shortest = 5;
const longest = 600;

/** How long a slide stays, in seconds, by what the address says. */
export function paceOf(text: string | null): number {
  const seconds = Number(text);
  return text === null || !Number.isFinite(seconds) ? usualSeconds : Math.min(longest, Math.max(shortest, seconds));
}
