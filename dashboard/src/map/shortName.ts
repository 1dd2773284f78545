/** A province's name without “Tỉnh” or “Thành phố”. */
export function shortName(name: string): string {
  return name.replace(/^(Tỉnh|Thành phố)\s+/u, '');
}

/** A short name in at most two lines, the longer of which is as short as it can be. */
export function twoLines(name: string): string[] {
  const words = name.split(' ');
  let best = [name];
  for (let at = 1; at < words.length; at++) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (longest(lines) < longest(best)) best = lines;
  }
  return best;
}

function longest(lines: string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
