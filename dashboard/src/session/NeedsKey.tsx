import { Link } from 'wouter-preact';
import { t } from '../text/text';
import { signInAddress } from './cameFrom';

/** Says that whoever sends reports signs in first. */
export function NeedsKey() {
  return (
    <p class="card">
      {t('upload.needsKey')} <Link href={signInAddress()}>{t('session.signIn')}</Link>
    </p>
  );
}
