import { useEffect, useRef, useState } from 'preact/hooks';
import { returns } from '../api/line';
import { isPassing } from '../api/untilAnswered';
import { Rereader } from './rereader';

/** What a call has answered so far; both are undefined while the first answer is on its way. */
export interface Answer<T> {
  value: T | undefined;
  problem: unknown;
}

/**
 * Reads something, and again when it may have changed, or when a line that was lost is back.
 * @param question What is read: another question drops the answer. Null: nothing is read.
 * @param version Changes when the answer may have changed; the last answer stands until the next one is there.
 */
export function useAnswer<T>(
  question: string | null,
  read: (signal: AbortSignal) => Promise<T>,
  version = '',
): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { question: string | null }>(nothing);
  const reader = useRef<Rereader<T>>(null);
  // The question stands for everything that read depends on.
  useEffect(() => {
    if (question === null) return;
    const own = new Rereader(read, (value, problem) =>
      setAnswer((before) => ({
        question,
        value: value ?? (before.question === question ? before.value : undefined),
        problem,
      })),
    );
    reader.current = own;
    own.ask(version);
    return () => own.stop();
  }, [question]);
  useEffect(() => reader.current?.ask(version), [version]);
  const back = returns.value;
  useEffect(() => {
    if (isPassing(answer.problem)) reader.current?.again();
  }, [back]);
  return answer.question === question ? answer : nothing;
}

const nothing = { question: null, value: undefined, problem: undefined };
