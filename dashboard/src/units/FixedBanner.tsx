import type { RollUp } from '../api/contract';
import { type FigureDates, isFixed, isLive } from '../figures/dates';
import { t } from '../text/text';
import { asOfText } from './UnitTitle';

/** Says of when figures are that are not live, and whether reports still change them; nothing of live ones. */
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
  return t(isFixed(dates) ? 'time.fixedFigures' : 'time.datedFigures', { when: asOfText(rollUp, dates) });
}
