import { useState } from 'preact/hooks';
import { instant } from '../format/format';
import { t } from '../text/text';
import { isBlank } from './draft';
import { isKeeping } from './drafts';
import type { Entry } from './useEntry';

/** Says that what is typed is kept, and since when what was found here has been; lets go of it. */
export function DraftNotice({ entry: { draft, drop } }: { entry: Entry }) {
  const [restored] = useState(isBlank(draft) ? undefined : draft.id);
  if (isBlank(draft)) return null;
  return (
    <div class="card entry-draft" role="status">
      <p>
        {!isKeeping.value
          ? t('entry.draft.unkept')
          : t(restored === draft.id ? 'entry.draft.restored' : 'entry.draft.kept', { since: instant(draft.since) })}
      </p>
      <button type="button" onClick={() => confirm(t('entry.draft.sure')) && drop()}>
        {t('entry.draft.drop')}
      </button>
    </div>
  );
}
