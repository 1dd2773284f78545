import { Link, useSearch } from 'wouter-preact';
import { t } from '../text/text';

const views = ['overview', 'history', 'models', 'silent', 'print'] as const;

/** The views of a unit. The page's dates go along from one to the next. */
export function UnitNav({ code }: { code: string }) {
  const search = useSearch();
  return (
    <nav class="unit-nav" aria-label={t('views')}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <Link
              href={`/units/${code}${view === 'overview' ? '' : `/${view}`}${search === '' ? '' : `?${search}`}`}
              class={(active) => (active ? 'active' : '')}
            >
              {t(`views.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
