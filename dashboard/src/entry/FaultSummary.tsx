import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text/text';
import { fieldId, focusField } from './fieldId';
import { fieldName } from './fieldName';
import { findingText } from './findingText';
import type { Entry } from './useEntry';

/** Every fault of a form, each leading to its field; takes the focus when it comes. */
export function FaultSummary(props: { entry: Entry; said: ReadonlyMap<string, string>; isEmpty: boolean }) {
  const { entry, said, isEmpty } = props;
  const box = useRef<HTMLDivElement>(null);
  const own = [...entry.findings]
    .filter(([field, { severity }]) => severity === 'error' && !said.has(field))
    .map(([field, finding]) => [field, findingText(finding)] as const);
  const faults = [...said, ...own];
  useEffect(() => box.current?.focus(), []);
  if (faults.length === 0 && !isEmpty) return null;
  return (
    <div class="problem" role="alert" tabindex={-1} ref={box}>
      {faults.length === 0 ? (
        <p>{t('entry.nothing')}</p>
      ) : (
        <>
          <p>{t('entry.faults')}</p>
          <ul>
            {faults.map(([field, text]) => (
              <li key={field}>
                {field === '' ? (
                  text
                ) : (
                  <a
                    href={`#${fieldId(field)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      focusField(field);
                    }}
                  >
                    {fieldName(entry, field)}: {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
