import type { RollUp } from '../api/contract';
import { type FigureDates, isLive } from '../figures/dates';
import { t } from '../text/text';
import { asOfText } from './UnitTitle';

/** Says that figures are of two dates and stand still; nothing of live ones. */
export function FixedBanner({ rollUp, dates }: { rollUp: RollUp; dates: FigureDates }) {
  if (isLive(dates)) return null;
  return (
    <p class="fixed-banner" role="note">
      {fixedText(rollUp, dates)}
    </p>
  );
}

/** The sentence of the banner. */
export function fixedText(rollUp: RollUp, dates: FigureDates): string {
  return t('time.fixedFigures', { when: asOfText(rollUp, dates) });
}
