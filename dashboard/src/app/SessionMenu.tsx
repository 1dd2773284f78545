import { Link, useLocation, useSearch } from 'wouter-preact';
import { day } from '../format/format';
import { t } from '../text/text';
import { signInAddress } from './cameFrom';
import { session, signOut } from './session';

/** Who is signed in, and the way out; where reads are open, the way in. */
export function SessionMenu() {
  const known = session.value;
  // Another address draws the link anew.
  useLocation();
  useSearch();
  if (known === undefined || known.unit === null) return null;
  if (known.role === null) return <Link href={signInAddress()}>{t('session.signIn')}</Link>;
  return (
    <div class="session-menu">
      <span>
        {t(`role.${known.role}`)} · {known.unit}
        {known.expiresOn !== null && ` · ${t('session.until', { day: day(known.expiresOn) })}`}
      </span>
      <button type="button" onClick={() => void signOut()}>
        {t('session.signOut')}
      </button>
    </div>
  );
}
