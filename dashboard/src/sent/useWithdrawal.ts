import { useRef, useState } from 'preact/hooks';
import type { LedgerRow } from '../api/contract';
import { ApiError } from '../api/http';
import { problemText } from '../parts/ProblemText';
import { withdraw } from './withdraw';

/** A report on its way to being taken back. */
export function useWithdrawal(unit: string, row: LedgerRow, withdrew: () => void) {
  const [state, setState] = useState<'asking' | 'sending'>('asking');
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const stopping = useRef(new AbortController());

  const send = async () => {
    const { signal } = stopping.current;
    setState('sending');
    setRefusal(undefined);
    try {
      await withdraw(unit, row, setTries, signal);
      withdrew();
    } catch (problem) {
      if (signal.aborted) return;
      setState('asking');
      setRefusal(refusalText(problem));
    }
  };

  return { state, tries, refusal, withdraw: send, stop: () => stopping.current.abort() };
}

// One report has one fault, and that says more than how many there are.
function refusalText(problem: unknown): string {
  const fault = problem instanceof ApiError ? problem.problem.errors?.[0] : undefined;
  return fault?.message ?? problemText(problem);
}
