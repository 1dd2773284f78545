import { Link } from 'wouter-preact';
import type { LedgerRow } from '../api/contract';
import { day, instant } from '../format/format';
import { t } from '../text/text';
import type { Fate, FigureFate } from './fates';

/** One report of the list. `withdraw` asks whether it is to be taken back; undefined for whoever may not. */
export function SentReport(props: {
  code: string;
  row: LedgerRow;
  figures: readonly FigureFate[];
  withdraw: (() => void) | undefined;
}) {
  const { code, row, figures, withdraw } = props;
  const title = `report-${row.sequence}`;
  const isWithdrawn = figures.some(({ fate }) => fate === 'withdrawn');
  return (
    <li>
      <article aria-labelledby={title}>
        <h3 id={title}>
          {t(row.withdraws === null ? 'sent.report' : 'sent.withdrawal', {
            sequence: row.sequence,
            withdraws: row.withdraws ?? '',
          })}
        </h3>
        {row.withdraws === null && <p class={`fate ${wholeFate(figures)}`}>{t(`sent.${wholeFate(figures)}`)}</p>}
        <p class="note">
          {t('sent.facts', { day: day(row.effectiveOn), instant: instant(row.recordedAt), key: row.reporter })}
        </p>
        <ul>
          {figures.map(({ statement, fate, by }) => (
            <li key={statement.key}>
              {statement.name}: <strong>{statement.text}</strong>
              {by !== null && <span class="note"> – {fateText(fate, by)}</span>}
            </li>
          ))}
        </ul>
        {row.note !== null && <p>{t('sent.note', { note: row.note })}</p>}
        <p class="actions">
          <Link href={`/units/${code}/reports/${row.sequence}`} aria-describedby={title}>
            {t('receipt')}
          </Link>
          {withdraw !== undefined && row.withdraws === null && !isWithdrawn && (
            <button type="button" aria-describedby={title} onClick={withdraw}>
              {t('sent.withdraw')}
            </button>
          )}
        </p>
      </article>
    </li>
  );
}

/** What became of a report as a whole: of its figures some stand, or none. */
function wholeFate(figures: readonly FigureFate[]): 'stands' | 'partly' | 'replaced' | 'wasWithdrawn' {
  if (figures.some(({ fate }) => fate === 'withdrawn')) return 'wasWithdrawn';
  const standing = figures.filter(({ fate }) => fate === 'stands').length;
  if (standing === figures.length) return 'stands';
  return standing > 0 ? 'partly' : 'replaced';
}

function fateText(fate: Fate, by: LedgerRow): string {
  const values = { sequence: by.sequence, day: day(by.effectiveOn) };
  if (fate === 'withdrawn') return t('sent.by.withdrawn', values);
  return t(fate === 'corrected' ? 'sent.by.corrected' : 'sent.by.overtaken', values);
}
