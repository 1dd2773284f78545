import './shell.css';
import type { ComponentChildren } from 'preact';
import { Link, useRoute } from 'wouter-preact';
import { useFigureDates, wallAddress } from '../figures/dates';
import { Disclosure } from '../parts/Disclosure';
import { UnitSearch } from '../search/UnitSearch';
import { session } from '../session/session';
import { t } from '../text/text';
import { ConnectionMark } from './ConnectionMark';
import { LostLine } from './LostLine';
import { SessionMenu } from './SessionMenu';
import { Switches } from './Switches';

/** What surrounds every view: the name of the system, how fresh the figures are, the search, settings, who is signed in. */
export function Shell({ children }: { children: ComponentChildren }) {
  const [, view] = useRoute('/units/:code/*?');
  const dates = useFigureDates();
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
        {session.value?.unit && <UnitSearch />}
        <nav class="shell-nav" aria-label={t('app.tools')}>
          <Disclosure head={<span class="menu">{t('app.menu')}</span>}>
            <Link href={wallAddress(view?.code, dates)}>{t('wall')}</Link>
            <Link href="/upload">{t('upload')}</Link>
            <Switches />
            <SessionMenu />
          </Disclosure>
        </nav>
      </header>
      <LostLine />
      <main id="content" tabindex={-1}>
        {children}
      </main>
    </>
  );
}
