import { t } from '../text/text';
import { listed } from './fields';
import type { Paper } from './paper';

/** The head of an official document: agency and number at the left, the nation's name, place and day at the right; its title below. */
export function ReportHead({ paper }: { paper: Paper }) {
  return (
    <header>
      <div class="paper-head">
        <div>
          {paper.superior !== '' && <p class="paper-superior">{paper.superior}</p>}
          <p class="paper-agency">{paper.agency}</p>
          <p class="paper-number">{paper.number}</p>
        </div>
        <div>
          <p class="paper-nation">{t('print.nation')}</p>
          <p class="paper-motto">
            <span>{t('print.motto')}</span>
          </p>
          <p class="paper-place">{paper.placeAndDay}</p>
        </div>
      </div>
      <p class="paper-title">{paper.title}</p>
      <p class="paper-subject">{paper.subject}</p>
      {paper.addressees.length > 0 && (
        <div class="paper-addressees">
          <span>{t('print.addressees')}:</span>
          <span>
            {addressed(paper.addressees).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        </div>
      )}
    </header>
  );
}

/** One addressee stands by itself, several are a list. */
export function addressed(addressees: string[]): string[] {
  return addressees.length === 1 ? addressees : listed(addressees);
}
