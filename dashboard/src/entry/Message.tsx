import { fieldId } from './fieldId';
import type { Finding } from './finding';
import { findingText } from './findingText';

/** The one sentence at a field: what the silo said of it, or what can be told while it is typed. */
export function Message({
  field,
  finding,
  said,
}: {
  field: string;
  finding: Finding | undefined;
  said: string | undefined;
}) {
  const text = said ?? (finding && findingText(finding));
  return (
    <p
      id={`${fieldId(field)}-message`}
      class={`entry-message ${said === undefined ? (finding?.severity ?? '') : 'error'}`}
    >
      {text}
    </p>
  );
}
