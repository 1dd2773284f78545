import { Link } from 'wouter-preact';
import { unitAddress } from '../figures/dates';
import { Receipt } from '../receipt/Receipt';
import { t } from '../text/text';
import { UnitFrame } from '../units/UnitFrame';

/** The receipt of one report of a unit. */
export function ReceiptPage({ code, sequence }: { code: string; sequence: number }) {
  return (
    <UnitFrame code={code}>
      {({ dates }) => (
        <>
          <Receipt sent={[{ unit: code, sequence }]} />
          <p>
            <Link href={unitAddress(code, dates, 'reports')}>{t('sent.all')}</Link>
          </p>
        </>
      )}
    </UnitFrame>
  );
}
