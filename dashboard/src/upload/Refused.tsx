import { ApiError } from '../api/http';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';

/** Why a file was refused: every fault with its sheet and cell. */
export function Refused({ problem }: { problem: unknown }) {
  const faults = problem instanceof ApiError ? (problem.problem.errors ?? []) : [];
  return (
    <>
      <ProblemText problem={problem} />
      {faults.length > 0 && (
        <>
          <h3 id="faults">{t('upload.faults')}</h3>
          <Scroll labelledBy="faults">
            <table class="faults">
              <thead>
                <tr>
                  <th scope="col">{t('upload.sheet')}</th>
                  <th scope="col">{t('upload.row')}</th>
                  <th scope="col">{t('upload.cell')}</th>
                  <th scope="col">{t('upload.fault')}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map((fault) => (
                  <tr key={`${fault.sheet} ${fault.pointer} ${fault.code}`} class={fault.severity}>
                    <td>{fault.sheet ?? '–'}</td>
                    <td>{fault.row ?? '–'}</td>
                    <td>{fault.cell ?? '–'}</td>
                    <td>{fault.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </>
  );
}
