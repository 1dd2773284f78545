import { useState } from 'preact/hooks';
import type { Page } from '../api/contract';
import { type Answer, useAnswer } from './useAnswer';

/** A list, as far as it has been read. */
export interface List<P> extends Answer<P> {
  /** False while some of its pages are still to come. */
  isWhole: boolean;
}

/**
 * Reads a list to its last page, and again when it may have changed. What has come shows meanwhile.
 * @param question What is read: another question begins anew.
 * @param version Changes when the answer may have changed.
 */
export function useWholeList<P extends Page<unknown>>(
  question: string,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
  version = '',
): List<P> {
  const [begun, setBegun] = useState<{ question: string; value: P }>();
  const { value, problem } = useAnswer(
    question,
    (signal) =>
      readWhole(read, signal, (part) => {
        if (!signal.aborted) setBegun({ question, value: part });
      }),
    version,
  );
  const part = begun?.question === question ? begun.value : undefined;
  return { value: value ?? part, problem, isWhole: value !== undefined };
}

/** Reads all pages of a list as one. */
export async function readWhole<P extends Page<unknown>>(
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
  signal: AbortSignal,
  onPart: (part: P) => void = () => {},
): Promise<P> {
  let page = await read(undefined, signal);
  const items = [...page.items];
  while (page.next !== null) {
    onPart({ ...page, items: [...items] });
    page = await read(page.next, signal);
    items.push(...page.items);
  }
  return { ...page, items };
}
