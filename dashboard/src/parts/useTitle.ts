import { useEffect } from 'preact/hooks';
import { t } from '../text/text';

/** Names the document: by the view, by what it is of, by the system. */
export function useTitle(...names: (string | undefined)[]): void {
  const title = [...names, t('app.name')].filter((name) => name !== undefined).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
