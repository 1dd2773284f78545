import { useState } from 'preact/hooks';
import type { FileReceipt } from '../api/contract';
import { ApiError } from '../api/http';
import { useLeaveWarning } from '../parts/useLeaveWarning';
import { check, sendUntilAnswered } from './send';

/** How far a file has come: none chosen, being checked, faulty, good to send, on its way, recorded. */
export type Upload =
  | { state: 'none' }
  | { state: 'checking'; file: File }
  | { state: 'refused'; file: File; problem: unknown }
  | { state: 'checked'; file: File; receipt: FileReceipt; confirm: readonly string[] }
  | { state: 'sending'; file: File; tries: number; stop: () => void }
  | { state: 'recorded'; file: File; receipt: FileReceipt };

/** A file on its way from the clerk's computer to the ledger. */
export function useUpload() {
  const [upload, setUpload] = useState<Upload>({ state: 'none' });

  useLeaveWarning(upload.state === 'sending');

  const choose = async (file: File) => {
    setUpload({ state: 'checking', file });
    try {
      setUpload({ state: 'checked', file, receipt: await check(file), confirm: [] });
    } catch (problem) {
      setUpload({ state: 'refused', file, problem });
    }
  };

  const send = async (file: File, confirm: readonly string[]) => {
    const stopping = new AbortController();
    const sending = (tries: number) => setUpload({ state: 'sending', file, tries, stop: () => stopping.abort() });
    sending(0);
    try {
      const receipt = await sendUntilAnswered(file, confirm, sending, stopping.signal);
      setUpload({ state: 'recorded', file, receipt });
    } catch (problem) {
      setUpload(stopping.signal.aborted ? { state: 'none' } : { state: 'refused', file, problem });
    }
  };

  return { upload, choose, send };
}

/** The codes of a refusal that is made of warnings only: what a sender who stands by the figures confirms. */
export function warningsOf(problem: unknown): string[] {
  const faults = problem instanceof ApiError ? (problem.problem.errors ?? []) : [];
  return faults.length > 0 && faults.every((fault) => fault.severity === 'warning')
    ? [...new Set(faults.map((fault) => fault.code))]
    : [];
}
