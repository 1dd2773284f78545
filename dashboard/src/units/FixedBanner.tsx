import type { RollUp } from '../api/contract';
import { type FigureDates, isLive, useQuery } from '../figures/dates';
import { t } from '../text/text';
import { asOfText } from './UnitTitle';

/** Says that figures are of two dates and stand still, with the way to those that do not; nothing of live ones. */
export function FixedBanner({ rollUp, dates }: { rollUp: RollUp; dates: FigureDates }) {
  const [, setQuery] = useQuery();
  if (isLive(dates)) return null;
  return (
    <p class="fixed-banner" role="note">
      {fixedText(rollUp, dates)}{' '}
      <button type="button" onClick={() => setQuery({ asOf: undefined, knownAt: undefined })}>
        {t('time.live')}
      </button>
    </p>
  );
}

/** The sentence of the banner. */
export function fixedText(rollUp: RollUp, dates: FigureDates): string {
  return t('time.fixedFigures', { when: asOfText(rollUp, dates) });
}
