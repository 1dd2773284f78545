import { useState } from 'preact/hooks';
import type { LedgerRow } from '../api/contract';
import { isLive } from '../figures/dates';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { useMayReport } from '../units/above';
import type { UnitView } from '../units/UnitFrame';
import { SentReport } from './SentReport';
import { useSent } from './useSent';
import { Withdrawal } from './Withdrawal';

/** The reports of a unit, newest first, each with what became of it; whoever reports for the unit takes them back. */
export function SentList({ rollUp, catalogue, dates }: UnitView) {
  const { fates, problem, rows, isWhole, more, readAgain } = useSent(rollUp, catalogue, dates);
  const mayReport = useMayReport(rollUp) && isLive(dates);
  const [asked, setAsked] = useState<LedgerRow>();
  const [done, setDone] = useState<LedgerRow>();
  const ask = (row: LedgerRow) => {
    setDone(undefined);
    setAsked(row);
  };
  return (
    <section class="card sent-reports" aria-labelledby="sent-title">
      <h2 id="sent-title">{t('sent')}</h2>
      <p class="note">{t('sent.rule')}</p>
      <ProblemText problem={problem} />
      <p role="status">{done && t('sent.withdrew', { sequence: done.sequence })}</p>
      {fates?.rows.length === 0 && <p>{t('own.nothing')}</p>}
      {fates !== undefined && !isWhole && <p class="note">{t('sent.newest', { read: number(fates.rows.length) })}</p>}
      <ol>
        {rows.map((row) => (
          <SentReport
            key={row.sequence}
            code={rollUp.code}
            row={row}
            figures={fates?.of(row) ?? []}
            withdraw={mayReport ? () => ask(row) : undefined}
          />
        ))}
      </ol>
      {more !== null && (
        <button type="button" onClick={more}>
          {t('models.more')}
        </button>
      )}
      {asked !== undefined && fates !== undefined && (
        <Withdrawal
          unit={rollUp}
          row={asked}
          fates={fates}
          close={() => setAsked(undefined)}
          withdrew={() => {
            setDone(asked);
            readAgain();
          }}
        />
      )}
    </section>
  );
}
