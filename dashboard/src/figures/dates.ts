import { useLocation, useSearch } from 'wouter-preact';
import type { Query } from '../api/http';

/**
 * The two dates of the page's figures, from its address: the day they speak of and the instant as known at.
 * Without either the figures are live.
 */
export interface FigureDates {
  asOf: string | undefined;
  knownAt: string | undefined;
}

/** The page's dates. */
export function useFigureDates(): FigureDates {
  const values = new URLSearchParams(useSearch());
  return { asOf: values.get('asOf') ?? undefined, knownAt: values.get('knownAt') ?? undefined };
}

/** Whether figures of these dates change with every report. */
export function isLive(dates: FigureDates): boolean {
  return dates.asOf === undefined && dates.knownAt === undefined;
}

/** Whether no report changes figures of these dates any more. */
export function isFixed(dates: FigureDates): boolean {
  return dates.knownAt !== undefined;
}

/** The dates as the query of a call. */
export function dateQuery(dates: FigureDates): Query {
  return { asOf: dates.asOf, knownAt: dates.knownAt };
}

/** The address of a view of a unit at these dates: without a view, its overview; `query` goes along. */
export function unitAddress(
  code: string,
  dates: FigureDates,
  view?: string,
  query: Record<string, string> = {},
): string {
  return addressAt(`/units/${code}${view === undefined ? '' : `/${view}`}`, dates, query);
}

/** The address of the big screen: of a unit, at these dates. */
export function wallAddress(code: string | undefined, dates: FigureDates): string {
  return addressAt('/wall', dates, code === undefined ? {} : { unit: code });
}

/** One value of the page's address, and a function that changes some of them, in place. */
export function useQuery(): [URLSearchParams, (changes: Query) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const set = (changes: Query) => {
    const values = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') values.delete(name);
      else values.set(name, String(value));
    }
    navigate(values.size > 0 ? `${path}?${values}` : path, { replace: true });
  };
  return [new URLSearchParams(search), set];
}

function addressAt(path: string, { asOf, knownAt }: FigureDates, query: Record<string, string>): string {
  const values = new URLSearchParams(query);
  if (asOf !== undefined) values.set('asOf', asOf);
  if (knownAt !== undefined) values.set('knownAt', knownAt);
  return values.size > 0 ? `${path}?${values}` : path;
}
