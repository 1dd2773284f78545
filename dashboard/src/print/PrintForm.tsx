import './form.css';
import { t } from '../text/text';
import { type FieldName, fields } from './fields';

const lines: FieldName[] = ['superior', 'agency', 'number', 'place', 'subject', 'position'];

/** What surrounds the figures in the report; typed once, and kept in this browser. */
export function PrintForm() {
  return (
    <form class="print-form card" onSubmit={(event) => event.preventDefault()}>
      <p>{t('print.form')}</p>
      {lines.map((name) => (
        <label key={name}>
          {t(`print.${name}`)}
          <input value={fields[name].value} onInput={(event) => type(name, event.currentTarget.value)} />
        </label>
      ))}
      <label>
        {t('print.recipients')}
        <textarea
          rows={3}
          placeholder={t('print.recipients.default')}
          value={fields.recipients.value}
          onInput={(event) => type('recipients', event.currentTarget.value)}
        />
      </label>
      <button type="button" class="primary" onClick={() => print()}>
        {t('print.print')}
      </button>
    </form>
  );
}

function type(name: FieldName, value: string): void {
  fields[name].value = value;
}
