import { fold } from '../text/fold';

/** A file name that every system takes: `Việt Nam – Diễn biến`, `csv` → `viet-nam-dien-bien.csv`. */
export function fileName(title: string, extension: string): string {
  const name = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name}.${extension}`;
}
