import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');

it('asks for no date by a field of the browser, which has the order of the browser’s language', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(100);
  const asking = files.filter((file) =>
    /type=\{?["'](date|datetime-local|month|week|time)["']/.test(readFileSync(join(source, file), 'utf8')),
  );
  expect(asking).toEqual([]);
});
