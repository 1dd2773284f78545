import { Link } from 'wouter-preact';
import { unitAddress, useFigureDates } from '../figures/dates';
import { useUnitName } from '../figures/useUnitName';
import { useTitle } from '../parts/useTitle';
import { session } from '../session/session';
import { t } from '../text/text';
import { useNation } from './useNation';

/** What stands where nothing can be shown: why, in one sentence, and the ways on. */
export function DeadEnd({ title, text }: { title: string; text: string }) {
  useTitle(title);
  const dates = useFigureDates();
  const own = session.value?.unit ?? '';
  const name = useUnitName(own);
  const nation = useNation();
  return (
    <div class="card">
      <h1>{title}</h1>
      <p role="alert">{text}</p>
      <ul>
        <li>
          <Link href={unitAddress(own, dates)}>{name}</Link>
        </li>
        {nation !== undefined && nation.code !== own && (
          <li>
            <Link href={unitAddress(nation.code, dates)}>{nation.name}</Link>
          </li>
        )}
        <li>
          <a href="#find-unit">{t('search')}</a>
        </li>
      </ul>
    </div>
  );
}
