import type { Catalogue } from '../api/contract';
import { day, instant, number } from '../format/format';
import { t } from '../text/text';
import { statedTexts } from '../units/stated';
import type { Recorded } from './recorded';

/** One report of a receipt: whose it is, how it is found in the ledger, and what it says. */
export function ReceiptRow({ recorded: { unit, row }, catalogue }: { recorded: Recorded; catalogue: Catalogue }) {
  const facts = [
    [t('receipt.sequence'), number(row.sequence)],
    [t('receipt.day'), day(row.effectiveOn)],
    [t('receipt.instant'), instant(row.recordedAt)],
    [t('receipt.key'), row.reporter],
    [t('receipt.idempotencyKey'), row.idempotencyKey],
    ...(row.withdraws === null ? [] : [[t('receipt.withdraws'), t('receipt.report', { sequence: row.withdraws })]]),
    ...(row.withdrawnBy === null
      ? []
      : [[t('receipt.withdrawn'), t('receipt.withdrawnBy', { sequence: row.withdrawnBy })]]),
    ...statedTexts(row, catalogue).map(({ name, text }) => [name, text]),
    ...(row.note === null ? [] : [[t('receipt.note'), row.note]]),
  ];
  return (
    <article>
      <h3>{t('receipt.unit', { unit: unit.name, code: unit.code, edition: unit.edition })}</h3>
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
