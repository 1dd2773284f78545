/** Where a key leads in a list of options, round at its ends; undefined for a key that leads nowhere. */
export function step(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (index + 1) % count;
  return key === 'ArrowUp' ? (Math.max(index, 0) + count - 1) % count : undefined;
}
