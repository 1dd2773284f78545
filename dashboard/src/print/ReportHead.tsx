import type { RollUp } from '../api/contract';
import { day } from '../format/format';
import { t } from '../text/text';
import { toLocal } from '../time/vietnam';
import { documentDay } from './documentDay';
import { fields } from './fields';

const dots = '……………';

/** The head of an official document: agency and number at the left, the nation's name, place and day at the right. */
export function ReportHead({ rollUp, asOf, knownAt }: { rollUp: RollUp; asOf: string; knownAt: string }) {
  const { superior, agency, number, place, subject } = fields;
  return (
    <header>
      <div class="paper-head">
        <div>
          {superior.value !== '' && <p class="paper-superior">{superior.value}</p>}
          <p class="paper-agency">{agency.value || dots}</p>
          <p class="paper-number">{t('print.numbered', { number: number.value || '……/BC-……' })}</p>
        </div>
        <div>
          <p class="paper-nation">{t('print.nation')}</p>
          <p class="paper-motto">
            <span>{t('print.motto')}</span>
          </p>
          <p class="paper-place">
            {place.value || dots}, {documentDay(toLocal(knownAt).slice(0, 10))}
          </p>
        </div>
      </div>
      <p class="paper-title">{t('print.report')}</p>
      <p class="paper-subject">{subject.value || t('print.subject.default', { unit: rollUp.name, day: day(asOf) })}</p>
    </header>
  );
}
