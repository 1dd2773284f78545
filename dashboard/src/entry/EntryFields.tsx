import { today } from '../format/format';
import { labelText, t } from '../text/text';
import { DateField } from '../time/DateField';
import { firstDay } from '../time/firstDay';
import { CountField } from './CountField';
import { fieldId } from './fieldId';
import { fieldsOf } from './fields';
import { Message } from './Message';
import { ModelFields } from './ModelFields';
import { StatusField } from './StatusField';
import type { Entry } from './useEntry';

/** The fields of a report of one unit. */
export function EntryFields({
  entry,
  level,
  said,
}: {
  entry: Entry;
  level: string;
  said: ReadonlyMap<string, string>;
}) {
  const { catalogue, draft, findings, change } = entry;
  const { statuses, counts } = fieldsOf(catalogue, level);
  const noteId = fieldId('note');
  return (
    <>
      <section class="card entry-day" aria-label={t('entry.day')}>
        <div id={fieldId('effectiveOn')}>
          <DateField
            label={t('entry.day')}
            min={firstDay}
            max={today()}
            value={draft.effectiveOn}
            isRequired
            choose={(effectiveOn) => change({ effectiveOn })}
          />
        </div>
        <Message field="effectiveOn" finding={findings.get('effectiveOn')} said={said.get('effectiveOn')} />
        <p class="note">{t('entry.own')}</p>
      </section>
      <section class="card" aria-labelledby="entry-statuses-title">
        <h2 id="entry-statuses-title">{t('entry.statuses')}</h2>
        {statuses.map((indicator) => (
          <StatusField key={indicator.id} {...{ entry, indicator }} said={said.get(`statuses/${indicator.id}`)} />
        ))}
      </section>
      <section class="card" aria-labelledby="entry-counts-title">
        <h2 id="entry-counts-title">{t('counts')}</h2>
        {counts.map(({ whole, parts }) => (
          <div class="entry-group" key={whole.id}>
            {[whole, ...parts].map(({ id, label }) => (
              <CountField
                key={id}
                entry={entry}
                field={`counts/${id}`}
                label={labelText(label)}
                said={said.get(`counts/${id}`)}
              />
            ))}
          </div>
        ))}
      </section>
      <ModelFields entry={entry} said={said} />
      <section class="card entry-rest" aria-label={t('entry.note')}>
        <CountField
          entry={entry}
          field="declared/models"
          label={t('own.declared')}
          said={said.get('declared/models')}
        />
        <label for={noteId}>{t('entry.note')}</label>
        <textarea
          id={noteId}
          rows={3}
          maxLength={500}
          value={draft.note}
          aria-describedby={`${noteId}-message`}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
        <Message field="note" finding={undefined} said={said.get('note')} />
      </section>
    </>
  );
}
