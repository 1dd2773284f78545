import { useState } from 'preact/hooks';
import type { FileReceipt } from '../api/contract';
import { Receipt } from '../receipt/Receipt';
import { t } from '../text/text';

/** The receipt of a file's reports, for whoever asks for one: it is read back report by report. */
export function SentReceipt({ results }: { results: FileReceipt['results'] }) {
  const [isShown, setIsShown] = useState(false);
  const sent = results.flatMap(({ report: { unit }, sequence }) => (sequence === undefined ? [] : { unit, sequence }));
  if (sent.length === 0) return null;
  return (
    <>
      <p>
        <button type="button" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {t('receipt.show')}
        </button>
      </p>
      {isShown && <Receipt sent={sent} />}
    </>
  );
}
