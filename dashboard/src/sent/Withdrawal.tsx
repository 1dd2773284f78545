import { useEffect, useRef } from 'preact/hooks';
import type { LedgerRow, RollUp } from '../api/contract';
import { day, number } from '../format/format';
import { t } from '../text/text';
import type { Fates, Statement } from './fates';
import { useWithdrawal } from './useWithdrawal';

/** Asks whether a report is to be taken back, saying what will count no longer and what will stand instead; takes it back. */
export function Withdrawal(props: {
  unit: RollUp;
  row: LedgerRow;
  fates: Fates;
  close: () => void;
  withdrew: () => void;
}) {
  const { unit, row, fates, close } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { state, refusal, tries, withdraw, stop } = useWithdrawal(unit.code, row, () => {
    props.withdrew();
    dialog.current?.close();
  });
  useEffect(() => dialog.current?.showModal(), []);
  const standing = fates.of(row).filter(({ fate }) => fate === 'stands');
  return (
    <dialog
      ref={dialog}
      class="withdrawal"
      aria-labelledby="withdrawal-title"
      onClose={() => {
        stop();
        close();
      }}
    >
      <h2 id="withdrawal-title">{t('withdraw.title', { sequence: row.sequence, unit: unit.name })}</h2>
      <p>{t('withdraw.text', { day: day(row.effectiveOn) })}</p>
      {standing.length === 0 ? (
        <p>{t('withdraw.nothing')}</p>
      ) : (
        <ul>
          {standing.map(({ statement }) => (
            <li key={statement.key}>
              {t('withdraw.figure', { name: statement.name, text: statement.text })}{' '}
              <strong>{insteadText(fates.instead(statement))}</strong>
            </li>
          ))}
        </ul>
      )}
      <p>{t('withdraw.kept')}</p>
      <div role="status">
        {state === 'sending' && (
          <p>{tries === 0 ? t('upload.sending') : t('upload.again', { tries: number(tries) })}</p>
        )}
      </div>
      {refusal !== undefined && (
        <p class="problem" role="alert">
          {refusal}
        </p>
      )}
      <p class="actions">
        <button type="button" class="primary" disabled={state === 'sending'} onClick={withdraw}>
          {t('withdraw.yes')}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('withdraw.no')}
        </button>
      </p>
    </dialog>
  );
}

function insteadText(instead: Statement | undefined): string {
  if (instead === undefined) return t('withdraw.insteadNone');
  const { text, row } = instead;
  return t('withdraw.instead', { text, sequence: row.sequence, day: day(row.effectiveOn) });
}
