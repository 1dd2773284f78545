import './receipt.css';
import { useAnswer } from '../figures/useAnswer';
import { useCatalogue } from '../figures/useCatalogue';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { ReceiptRow } from './ReceiptRow';
import { readRecorded, type Sent } from './recorded';

/** What the ledger holds of reports that were sent: to be printed and kept. While it is shown, it is what is printed. */
export function Receipt({ sent }: { sent: readonly Sent[] }) {
  const catalogue = useCatalogue();
  const { value, problem } = useAnswer(sent.map(({ unit, sequence }) => `${unit} ${sequence}`).join(', '), (signal) =>
    readRecorded(sent, signal),
  );
  const isRead = value !== undefined && catalogue !== undefined;
  return (
    <section class="card receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('receipt')}</h2>
      <ProblemText problem={problem} />
      {isRead && value.length === 0 && <p>{t('receipt.none')}</p>}
      {isRead && value.length > 0 && (
        <>
          {value.some(({ unit }) => unit.simulated) && <p class="simulated">{t('simulated')}</p>}
          <p>{t('receipt.text')}</p>
          {value.map((one) => (
            <ReceiptRow key={`${one.unit.code} ${one.row.sequence}`} recorded={one} catalogue={catalogue} />
          ))}
          <button type="button" class="primary" onClick={() => print()}>
            {t('receipt.print')}
          </button>
        </>
      )}
    </section>
  );
}
