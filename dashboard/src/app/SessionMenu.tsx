import { Link, useLocation, useSearch } from 'wouter-preact';
import { type FigureDates, unitAddress, useFigureDates } from '../figures/dates';
import { day } from '../format/format';
import { signInAddress } from '../session/cameFrom';
import { session, signOut } from '../session/session';
import { t } from '../text/text';
import { UnitName } from '../units/UnitName';
import { useNation } from '../units/useNation';

/** Who is signed in, the ways to the key's unit and to the nation, and the way out; where reads are open, the way in. */
export function SessionMenu() {
  const known = session.value;
  const dates = useFigureDates();
  // Another address draws the link anew.
  useLocation();
  useSearch();
  if (known === undefined || known.unit === null) return null;
  if (known.role === null) return <Link href={signInAddress()}>{t('session.signIn')}</Link>;
  return (
    <div class="session-menu">
      <span>
        {t(`role.${known.role}`)} ·{' '}
        <Link href={unitAddress(known.unit, dates)}>
          <UnitName code={known.unit} />
        </Link>
        {known.expiresOn !== null && ` · ${t('session.until', { day: day(known.expiresOn) })}`}
      </span>
      <NationLink unit={known.unit} dates={dates} />
      <button type="button" onClick={() => void signOut()}>
        {t('session.signOut')}
      </button>
    </div>
  );
}

function NationLink({ unit, dates }: { unit: string; dates: FigureDates }) {
  const nation = useNation();
  if (nation === undefined || nation.code === unit) return null;
  return <Link href={unitAddress(nation.code, dates)}>{nation.name}</Link>;
}
