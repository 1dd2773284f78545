import { t } from '../text/text';
import { fields } from './fields';

/** The foot of an official document: who gets it at the left, room for the signature at the right. */
export function ReportFoot() {
  const recipients = fields.recipients.value || t('print.recipients.default');
  return (
    <footer class="paper-foot">
      <div>
        <p class="paper-recipients">{t('print.recipients')}:</p>
        <ul>
          {recipients.split('\n').map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </div>
      <div>
        <p class="paper-position">{fields.position.value || '……………………'}</p>
      </div>
    </footer>
  );
}
