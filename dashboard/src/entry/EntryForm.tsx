import { useState } from 'preact/hooks';
import type { Fault, ReportBatch, RollUp } from '../api/contract';
import { ApiError } from '../api/http';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { reportOf } from './changes';
import { DraftNotice } from './DraftNotice';
import { EntryFields } from './EntryFields';
import { FaultSummary } from './FaultSummary';
import { faultsAt } from './faults';
import type { Refused } from './sender';
import { check } from './sending';
import type { Entry } from './useEntry';

/** A batch that the silo has judged, and what it finds unusual in it. */
export interface Checked {
  batch: ReportBatch;
  warnings: Fault[];
}

/** What is typed of a unit, until the silo finds nothing wrong with it. */
export function EntryForm(props: {
  unit: RollUp;
  entry: Entry;
  /** What came of sending it before. */
  refused: Refused | undefined;
  review: (checked: Checked) => void;
}) {
  const { unit, entry, review } = props;
  const { draft, changes, catalogue } = entry;
  const [refused, setRefused] = useState<{ problem: unknown; batch: ReportBatch } | undefined>(
    props.refused && { problem: props.refused.problem, batch: props.refused.sending.batch },
  );
  const [isChecking, setIsChecking] = useState(false);
  const [attempts, setAttempts] = useState(props.refused === undefined ? 0 : 1);
  const said = refused === undefined ? new Map() : faultsAt(refused.problem, refused.batch, draft, catalogue);
  const isEmpty = changes.figures.length + changes.models.length === 0;
  const errors = [...entry.findings].filter(([, { severity }]) => severity === 'error');

  // Each attempt has a summary of its own, which takes the focus: one for what is told here, one for what the silo says.
  const submit = async (event: Event) => {
    event.preventDefault();
    // A day that is none is told by its own field.
    if (!(event.currentTarget as HTMLFormElement).checkValidity()) return;
    setAttempts(attempts + 1);
    setRefused(undefined);
    if (isEmpty || errors.length > 0) return;
    const batch = { edition: draft.edition, reports: [reportOf(unit.code, draft, changes)] };
    setIsChecking(true);
    try {
      await check(batch);
      review({ batch, warnings: [] });
    } catch (problem) {
      const faults = problem instanceof ApiError ? (problem.problem.errors ?? []) : [];
      if (faults.length > 0 && faults.every(({ severity }) => severity === 'warning'))
        review({ batch, warnings: faults });
      else {
        setRefused({ problem, batch });
        setAttempts(attempts + 2);
      }
    } finally {
      setIsChecking(false);
    }
  };

  return (
    <form class="entry" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNotice entry={entry} />
      {attempts > 0 && (
        <FaultSummary key={attempts} entry={entry} said={said} isEmpty={isEmpty && refused === undefined} />
      )}
      {refused !== undefined && said.size === 0 && <ProblemText problem={refused.problem} />}
      <EntryFields entry={attempts === 0 ? begun(entry) : entry} level={unit.level} said={said} />
      <p>
        <button type="submit" class="primary" disabled={isChecking}>
          {t(isChecking ? 'upload.checking' : 'entry.check')}
        </button>
      </p>
    </form>
  );
}

// What was not typed yet is no fault before somebody wants to send it.
function begun(entry: Entry): Entry {
  return { ...entry, findings: new Map([...entry.findings].filter(([, { code }]) => code !== 'empty')) };
}
