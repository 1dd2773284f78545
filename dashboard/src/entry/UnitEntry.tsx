import { useState } from 'preact/hooks';
import type { Catalogue, LedgerRow, ReportBatch, RollUp } from '../api/contract';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { mostReports, useOwnReports } from '../units/useOwnReports';
import { type Checked, EntryForm } from './EntryForm';
import { OnItsWay } from './OnItsWay';
import { Recorded } from './Recorded';
import { Review } from './Review';
import { dismiss, type Refused, send, sendStateOf } from './sender';
import { useEntry } from './useEntry';

const none: LedgerRow[] = [];

interface Properties {
  keyId: string;
  rollUp: RollUp;
  catalogue: Catalogue;
}

/** What a key sends for a unit: typed, reviewed, on its way, recorded. */
export function UnitEntry(props: Properties) {
  const { keyId, rollUp } = props;
  const sent = sendStateOf(keyId, rollUp.code).value;
  if (sent?.state === 'sending' || sent?.state === 'held') return <OnItsWay sent={sent} />;
  if (sent?.state === 'recorded')
    return <Recorded code={rollUp.code} receipt={sent.receipt} again={() => dismiss(keyId, rollUp.code)} />;
  return <Typing {...props} sent={sent} />;
}

function Typing({ keyId, rollUp, catalogue, sent }: Properties & { sent: Refused | undefined }) {
  const { value: reports, problem } = useOwnReports(rollUp);
  const entry = useEntry(keyId, rollUp, catalogue, reports?.items ?? none);
  const [checked, setChecked] = useState<Checked>();
  const confirm = (batch: ReportBatch) => {
    setChecked(undefined);
    void send({ keyId, unit: rollUp.code, id: entry.draft.id, since: new Date().toISOString(), batch });
  };
  if (reports === undefined) return <ProblemText problem={problem} />;
  if (checked !== undefined)
    return <Review name={rollUp.name} back={() => setChecked(undefined)} {...{ entry, checked, confirm }} />;
  return (
    <>
      {reports.next !== null && <p class="note">{t('own.newest', { limit: number(mostReports) })}</p>}
      <EntryForm unit={rollUp} entry={entry} refused={sent} review={setChecked} />
    </>
  );
}
