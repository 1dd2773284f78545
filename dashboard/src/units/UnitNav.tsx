import { Link, useLocation, useSearch } from 'wouter-preact';
import { mayReport } from '../session/session';
import { t } from '../text/text';

const views = ['overview', 'history', 'compare', 'models', 'silent', 'reports', 'entry', 'print'] as const;

/** A view of a unit. */
export type View = (typeof views)[number];

/** The views of a unit. The page's dates go along from one to the next. */
export function UnitNav({ code }: { code: string }) {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <nav class="unit-nav" aria-label={t('views')}>
      <ul>
        {views
          .filter((view) => view !== 'entry' || mayReport())
          .map((view) => {
            const address = addressOf(code, view);
            return (
              <li key={view}>
                <Link
                  href={search === '' ? address : `${address}?${search}`}
                  aria-current={path === address ? 'page' : undefined}
                >
                  {t(`views.${view}`)}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}

/** Which of its views a unit is shown in. */
export function useView(code: string): View {
  const [path] = useLocation();
  return (
    views.findLast((view) => path === addressOf(code, view) || path.startsWith(`${addressOf(code, view)}/`)) ??
    'overview'
  );
}

function addressOf(code: string, view: View): string {
  return `/units/${code}${view === 'overview' ? '' : `/${view}`}`;
}
