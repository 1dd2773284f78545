import { language } from '../settings/language';
import { noteServerClock } from './clock';
import type { Page, Problem } from './contract';
import { noteLine } from './line';

const root = '/api/v1';

/** A call that was refused, or that never reached the silo (`status` 0). */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** The values of a query; those that are undefined or empty are left out. */
export type Query = Record<string, string | number | readonly string[] | undefined>;

/** The address of a call. */
export function address(path: string, query: Query = {}): string {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of [value].flat()) values.append(name, String(one));
  }
  return `${root}${path}${values.size > 0 ? `?${values}` : ''}`;
}

/**
 * Sends a request and reads its JSON answer.
 * @throws {ApiError} when it is refused or there is no answer.
 */
export async function call<T>(path: string, query: Query = {}, init: RequestInit = {}): Promise<T> {
  const answer = await send(address(path, query), init);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** Sends a request to an address of {@link address} and gives the answer, whose body has not been read. */
export async function send(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', language.peek());
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, headers, credentials: 'same-origin' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    noteLine(0);
    throw new ApiError({ status: 0, title: 'network' });
  }
  noteLine(answer.status);
  noteServerClock(answer.headers.get('Date'), answer.headers.get('Ledger-Clock'));
  if (!answer.ok) throw new ApiError(await readProblem(answer));
  return answer;
}

/** What sends a body as JSON. */
export function jsonBody(method: string, body: unknown): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** Reads every page of a list, `limit` items a page. */
export async function callAll<T>(path: string, query: Query = {}, init: RequestInit = {}): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await call(path, { limit: 1000, ...query, cursor }, init);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

async function readProblem(answer: Response): Promise<Problem> {
  try {
    return { ...((await answer.json()) as Problem), status: answer.status };
  } catch {
    return { status: answer.status, title: answer.statusText };
  }
}
