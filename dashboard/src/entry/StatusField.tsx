import type { Indicator } from '../api/contract';
import { labelText, t } from '../text/text';
import { fieldId } from './fieldId';
import { Message } from './Message';
import { Stands } from './Stands';
import type { Entry } from './useEntry';

/** The states of one status, of which one is chosen or none is stated. */
export function StatusField({
  entry,
  indicator,
  said,
}: {
  entry: Entry;
  indicator: Indicator;
  said: string | undefined;
}) {
  const field = `statuses/${indicator.id}` as const;
  const id = fieldId(field);
  const chosen = entry.draft.figures[field] ?? '';
  const label = labelText(indicator.label);
  return (
    <fieldset class="entry-status" aria-describedby={`${id}-stands ${id}-message`}>
      <legend>{label}</legend>
      <div class="entry-states">
        {['', ...indicator.states].map((state, place) => (
          <label key={state}>
            <input
              type="radio"
              id={place === 0 ? id : undefined}
              name={id}
              checked={state === chosen}
              onChange={() => entry.state(field, state)}
            />
            {state === '' ? t('entry.unsaid') : labelText(indicator.stateLabels[state])}
          </label>
        ))}
      </div>
      <Stands entry={entry} field={field} label={label} />
      <Message field={field} finding={entry.findings.get(field)} said={said} />
    </fieldset>
  );
}
