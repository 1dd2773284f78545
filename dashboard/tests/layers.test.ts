import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');
const imported = /(?:from |import |import\()'(\.[^']+)'/g;

/** The folder of `src` that a file is in; `.` for `src` itself. */
function folderOf(path: string): string {
  const parts = relative(source, path).split(sep);
  return parts.length > 1 ? (parts[0] as string) : '.';
}

/** Which folder uses which, as `one -> other`. */
function uses(): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(imported)) {
      const [from, to] = [folderOf(file), folderOf(normalize(join(dirname(file), path as string)))];
      if (from !== to) found.add(`${from} -> ${to}`);
    }
  }
  return found;
}

describe('the folders of the page', () => {
  it('use each other one way only', () => {
    const graph = uses();
    console.info([...graph].sort().join('\n'));

    expect(graph.size).toBeGreaterThan(20);
    expect([...graph].filter((use) => graph.has(use.split(' -> ').reverse().join(' -> ')))).toEqual([]);
  });
});
