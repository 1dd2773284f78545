import { useEffect } from 'preact/hooks';
import { Redirect, Route, Switch, useRoute, useSearch } from 'wouter-preact';
import { returns } from '../api/line';
import { unansweredNames } from '../entry/unanswered';
import { UnitPage } from '../overview/UnitPage';
import { cameFrom } from '../session/cameFrom';
import { SignIn } from '../session/SignIn';
import { readSession, session } from '../session/session';
import { t } from '../text/text';
import { DeadEnd } from '../units/DeadEnd';
import { LostLine } from './LostLine';
import { lazyView } from './lazyView';
import { Shell } from './Shell';
import { useLine } from './useLine';

const ComparePage = lazyView(() => import('../compare/ComparePage').then((view) => view.ComparePage));
const EntryPage = lazyView(() => import('../entry/EntryPage').then((view) => view.EntryPage));
const Guide = lazyView(() => import('../guide/Guide').then((view) => view.Guide));
const HistoryPage = lazyView(() => import('../history/HistoryPage').then((view) => view.HistoryPage));
const ModelsPage = lazyView(() => import('../models/ModelsPage').then((view) => view.ModelsPage));
const PrintPage = lazyView(() => import('../print/PrintPage').then((view) => view.PrintPage));
const ReceiptPage = lazyView(() => import('../sent/ReceiptPage').then((view) => view.ReceiptPage));
const SentPage = lazyView(() => import('../sent/SentPage').then((view) => view.SentPage));
const SilentPage = lazyView(() => import('../silent/SilentPage').then((view) => view.SilentPage));
const UploadPage = lazyView(() => import('../upload/UploadPage').then((view) => view.UploadPage));
const WallPage = lazyView(() => import('../wall/WallPage').then((view) => view.WallPage));

/** The page: what its address asks for, or the question for a key. */
export function App() {
  useLine();
  const back = returns.value;
  useEffect(() => {
    // That the silo is not reached is said below; when it is, this comes again.
    if (session.peek() === undefined) readSession().catch(() => {});
  }, [back]);
  useEffect(resumeSending, [session.value]);
  const [onWall] = useRoute('/wall');
  const query = new URLSearchParams(useSearch());
  const known = session.value;
  if (known === undefined) return <LostLine />;
  // The guide begins before there is a key.
  if (known.unit === null)
    return (
      <Shell>
        <Switch>
          <Route path="/guide">
            <Guide />
          </Route>
          <Route>
            <SignIn />
          </Route>
        </Switch>
      </Shell>
    );
  if (onWall) return <WallPage code={query.get('unit') ?? known.unit} />;
  return (
    <Shell>
      <Switch>
        <Route path="/">
          <Redirect to={`/units/${known.unit}`} replace />
        </Route>
        <Route path="/units/:code">{({ code }) => <UnitPage code={code} />}</Route>
        <Route path="/units/:code/compare">{({ code }) => <ComparePage code={code} />}</Route>
        <Route path="/units/:code/entry">{({ code }) => <EntryPage code={code} />}</Route>
        <Route path="/units/:code/history">{({ code }) => <HistoryPage code={code} />}</Route>
        <Route path="/units/:code/models">{({ code }) => <ModelsPage code={code} />}</Route>
        <Route path="/units/:code/silent">{({ code }) => <SilentPage code={code} />}</Route>
        <Route path="/units/:code/reports">{({ code }) => <SentPage code={code} />}</Route>
        <Route path="/units/:code/reports/:sequence">
          {({ code, sequence }) => <ReceiptPage code={code} sequence={Number(sequence)} />}
        </Route>
        <Route path="/units/:code/print">{({ code }) => <PrintPage code={code} />}</Route>
        <Route path="/upload">
          <UploadPage />
        </Route>
        <Route path="/guide">
          <Guide />
        </Route>
        <Route path="/sign-in">
          {known.role === null ? (
            <SignIn />
          ) : (
            <Redirect to={cameFrom(location.search) ?? `/units/${known.unit}`} replace />
          )}
        </Route>
        <Route>
          <DeadEnd title={t('notFound')} text={t('notFound.text')} />
        </Route>
      </Switch>
    </Shell>
  );
}

// Whatever page is opened, what was confirmed goes on.
function resumeSending(): void {
  const keyId = session.peek()?.keyId;
  if (keyId != null && unansweredNames(keyId).length > 0)
    void import('../entry/sender').then(({ resume }) => resume(keyId));
}
