import { Link } from 'wouter-preact';
import type { FileReceipt } from '../api/contract';
import { useCatalogue } from '../figures/useCatalogue';
import { day, number } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { statedTexts } from '../units/stated';
import { UnitName } from '../units/UnitName';
import { StandingFigures } from './StandingFigures';

const most = 50;

/** What the reports of a file say, beside what the system shows of each unit at this moment. */
export function SentFigures({ results }: { results: FileReceipt['results'] }) {
  const catalogue = useCatalogue();
  if (catalogue === undefined || results.length === 0) return null;
  return (
    <>
      <h3 id="sent">{t('upload.reports')}</h3>
      <Scroll labelledBy="sent">
        <table class="sent">
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('upload.day')}</th>
              <th scope="col">{t('upload.says')}</th>
              <th scope="col">{t('upload.stands')}</th>
            </tr>
          </thead>
          <tbody>
            {results.slice(0, most).map(({ report, sheet, row }) => (
              <tr key={`${sheet} ${row}`}>
                <th scope="row">
                  <Link href={`/units/${report.unit}`}>
                    <UnitName code={report.unit} />
                  </Link>
                </th>
                <td>{day(report.effectiveOn)}</td>
                <td>
                  {statedTexts(report, catalogue)
                    .map(({ name, text }) => `${name}: ${text}`)
                    .join('; ')}
                </td>
                <td>
                  <StandingFigures report={report} catalogue={catalogue} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {results.length > most && <p>{t('upload.more', { more: number(results.length - most) })}</p>}
    </>
  );
}
