import { Link } from 'wouter-preact';
import { instant, number } from '../format/format';
import { signInAddress } from '../session/cameFrom';
import { t } from '../text/text';
import type { SendState } from './sender';

/** A batch that has had no answer yet: nothing else of the unit can be sent meanwhile. */
export function OnItsWay({ sent }: { sent: Extract<SendState, { state: 'sending' | 'held' }> }) {
  return (
    <section class="card" aria-labelledby="entry-sending-title">
      <h2 id="entry-sending-title">{t('entry.sending', { since: instant(sent.sending.since) })}</h2>
      <div role="status">
        {sent.state === 'held' ? (
          <p>
            {t('entry.held')} <Link href={signInAddress()}>{t('session.signIn')}</Link>
          </p>
        ) : (
          <>
            <p>{sent.tries === 0 ? t('upload.sending') : t('upload.again', { tries: number(sent.tries) })}</p>
            <p>{t(sent.isKept ? 'entry.sending.kept' : 'entry.sending.unkept')}</p>
          </>
        )}
      </div>
    </section>
  );
}
