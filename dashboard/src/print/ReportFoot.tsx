import { t } from '../text/text';
import { listed } from './fields';
import { blank, type Paper } from './paper';

/** The foot of an official document: who gets it at the left; at the right who signs, with room for the signature and a blank for the name. */
export function ReportFoot({ paper }: { paper: Paper }) {
  return (
    <footer class="paper-foot">
      <div>
        <p class="paper-recipients">{t('print.recipients')}:</p>
        <ul>
          {listed(paper.recipients).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div>
        {paper.signature.map((line) => (
          <p key={line} class="paper-position">
            {line}
          </p>
        ))}
        <p class="paper-name">{blank}</p>
      </div>
    </footer>
  );
}
