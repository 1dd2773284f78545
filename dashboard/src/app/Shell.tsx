import './shell.css';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { SessionMenu } from '../session/SessionMenu';
import { t } from '../text/text';
import { ConnectionMark } from './ConnectionMark';
import { Switches } from './Switches';

/** What surrounds every view: the name of the system, how fresh the figures are, settings, who is signed in. */
export function Shell({ children }: { children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <header class="shell-header">
        <Link href="/" class="brand">
          {t('app.name')}
        </Link>
        <ConnectionMark />
        <nav class="shell-nav" aria-label={t('app.tools')}>
          <Link href="/wall">{t('wall')}</Link>
          <Link href="/upload">{t('upload')}</Link>
          <Switches />
          <SessionMenu />
        </nav>
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
    </>
  );
}
