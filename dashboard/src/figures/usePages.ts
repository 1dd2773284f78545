import { useRef, useState } from 'preact/hooks';
import type { Page } from '../api/contract';
import { type Answer, useAnswer } from './useAnswer';

/** The pages of a list read so far as one, and a function that asks for one page more; null when all are read. */
export interface Pages<P> extends Answer<P> {
  more: (() => void) | null;
}

/**
 * Reads a list page by page, and those pages again when they may have changed.
 * @param question What is read: another question begins with the first page again. Null: nothing is read.
 * @param version Changes when the answer may have changed.
 */
export function usePages<P extends Page<unknown>>(
  question: string | null,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
  version = '',
): Pages<P> {
  const [asked, setAsked] = useState({ question, pages: 1 });
  const pages = asked.question === question ? asked.pages : 1;
  const wanted = useRef(pages);
  wanted.current = pages;
  const answer = useAnswer(question, (signal) => readPages(read, wanted, signal), `${version} ${pages}`);
  const hasMore = answer.value !== undefined && answer.value.next !== null;
  return { ...answer, more: hasMore ? () => setAsked({ question, pages: pages + 1 }) : null };
}

async function readPages<P extends Page<unknown>>(
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
  wanted: { current: number },
  signal: AbortSignal,
): Promise<P> {
  let page = await read(undefined, signal);
  const items = [...page.items];
  for (let count = 1; count < wanted.current && page.next !== null; count++) {
    page = await read(page.next, signal);
    items.push(...page.items);
  }
  return { ...page, items };
}
