import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReportReceipt } from '../api/contract';
import { Receipt } from '../receipt/Receipt';
import { t } from '../text/text';

/** That a report was recorded, with its receipt. */
export function Recorded({ code, receipt, again }: { code: string; receipt: ReportReceipt; again: () => void }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  const sent = receipt.results.flatMap(({ unit, sequence }) =>
    typeof sequence !== 'number' ? [] : { unit, sequence },
  );
  return (
    <>
      <p class="good" role="status" tabindex={-1} ref={text}>
        {t('entry.recorded')}
      </p>
      <p>
        <Link href={`/units/${code}`}>{t('entry.recorded.unit')}</Link>{' '}
        <button type="button" onClick={again}>
          {t('entry.again')}
        </button>
      </p>
      <Receipt sent={sent} />
    </>
  );
}
