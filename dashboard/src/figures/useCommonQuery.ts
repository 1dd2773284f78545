import { useSearch } from 'wouter-preact';

/**
 * What of the page's address goes along to another unit, as a query with its `?`: all but what is chosen in the tables
 * of this one, whose names have a dot.
 */
export function useCommonQuery(): string {
  return commonQuery(useSearch());
}

/** The same of a query as the address has it, without its `?`. */
export function commonQuery(search: string): string {
  const values = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !name.includes('.')));
  return values.size > 0 ? `?${values}` : '';
}
