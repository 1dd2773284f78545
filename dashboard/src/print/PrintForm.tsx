import './form.css';
import { addDays, today } from '../format/format';
import { t } from '../text/text';
import { DateField } from '../time/DateField';
import { firstDay } from '../time/firstDay';
import { DocxButton } from './DocxButton';
import { dated, type FieldName, fields } from './fields';
import type { Paper } from './paper';
import { defaultRecipients } from './paperOf';

const short: FieldName[] = ['superior', 'agency', 'number', 'place', 'subject', 'authority', 'position'];
const long = ['addressees', 'recipients'] as const;

/** What surrounds the figures in the report; typed once, and kept in this browser. */
export function PrintForm({ paper }: { paper: Paper | undefined }) {
  return (
    <form class="print-form card" onSubmit={(event) => event.preventDefault()}>
      <p>{t('print.form')}</p>
      {short.map((name) => (
        <label key={name}>
          {t(`print.${name}`)}
          <input
            value={fields[name].value}
            placeholder={name === 'authority' ? t('print.authority.example') : ''}
            onInput={(event) => type(name, event.currentTarget.value)}
          />
        </label>
      ))}
      <DateField
        label={t('print.dated')}
        min={firstDay}
        max={addDays(today(), 366)}
        value={dated.value}
        choose={(day) => {
          dated.value = day;
        }}
      />
      {long.map((name) => (
        <label key={name}>
          {t('print.perLine', { what: t(`print.${name}`) })}
          <textarea
            rows={3}
            placeholder={name === 'recipients' ? defaultRecipients(true).join('\n') : ''}
            value={fields[name].value}
            onInput={(event) => type(name, event.currentTarget.value)}
          />
        </label>
      ))}
      <div class="print-actions">
        <button type="button" class="primary" disabled={paper === undefined} onClick={() => print()}>
          {t('print.print')}
        </button>
        <DocxButton paper={paper} />
      </div>
    </form>
  );
}

function type(name: FieldName, value: string): void {
  fields[name].value = value;
}
