import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Query } from '../api/http';
import { useQuery } from '../figures/dates';
import { t } from '../text/text';

/**
 * Fixes the page's dates, and gives a link by which the same figures can be had again.
 * @param props.dates Gives what the address says of dates that are fixed.
 */
export function FixedLink({ dates }: { dates: () => Query }) {
  const [, setQuery] = useQuery();
  const link = useSignal<string | undefined>(undefined);
  const isCopied = useSignal(false);
  const field = useRef<HTMLInputElement>(null);

  const fix = async () => {
    setQuery(dates());
    link.value = location.href;
    isCopied.value = false;
    // A page that did not come over HTTPS has no clipboard: there the link is there to be copied by hand.
    if (navigator.clipboard !== undefined) {
      await navigator.clipboard.writeText(location.href).then(
        () => {
          isCopied.value = true;
        },
        () => {},
      );
    }
    field.current?.select();
  };

  return (
    <>
      <button type="button" onClick={() => void fix()}>
        {t('time.fix')}
      </button>
      {link.value === location.href && (
        <span class="fixed-link">
          <input ref={field} readOnly aria-label={t('time.link')} value={link.value} />
          <span role="status">{isCopied.value ? t('time.copied') : t('time.copy')}</span>
        </span>
      )}
    </>
  );
}
