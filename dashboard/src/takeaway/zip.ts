import { type Unzipped, zipSync } from 'fflate/browser';

export { strToU8, zipSync } from 'fflate/browser';

/**
 * Stands in for fflate's function of this name, which hands large files to a worker made from a blob: address. The
 * page's Content-Security-Policy refuses such workers.
 */
export function zip(files: Unzipped, done: (problem: Error | null, archive: Uint8Array) => void): void {
  done(null, zipSync(files));
}
