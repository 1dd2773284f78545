import { useEffect } from 'preact/hooks';
import { Redirect, Route, Switch } from 'wouter-preact';
import { SignIn } from '../session/SignIn';
import { readSession, session } from '../session/session';
import { t } from '../text/text';
import { UnitPage } from '../units/UnitPage';
import { lazyView } from './lazyView';
import { Shell } from './Shell';

const HistoryPage = lazyView(async () => (await import('../history/HistoryPage')).HistoryPage);

/** The page: what its address asks for, or the question for a key. */
export function App() {
  useEffect(() => {
    void readSession();
  }, []);
  const known = session.value;
  if (known === undefined) return null;
  if (known.unit === null)
    return (
      <Shell>
        <SignIn />
      </Shell>
    );
  return (
    <Shell>
      <Switch>
        <Route path="/">
          <Redirect to={`/units/${known.unit}`} replace />
        </Route>
        <Route path="/units/:code">{({ code }) => <UnitPage code={code} />}</Route>
        <Route path="/units/:code/history">{({ code }) => <HistoryPage code={code} />}</Route>
        <Route path="/sign-in">{known.role === null ? <SignIn /> : <Redirect to="/" replace />}</Route>
        <Route>
          <p class="card">{t('notFound')}</p>
        </Route>
      </Switch>
    </Shell>
  );
}
