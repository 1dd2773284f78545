import { number } from '../format/format';
import { t } from '../text/text';
import { ChooseFile } from './ChooseFile';
import { Refused } from './Refused';
import { SentFigures } from './SentFigures';
import { SentReceipt } from './SentReceipt';
import { useUpload, warningsOf } from './useUpload';

/** Takes a file, has it checked, and sends it once its sender has confirmed. */
export function UploadFile() {
  const { upload, choose, send } = useUpload();
  return (
    <>
      <section class="card upload" aria-labelledby="upload-file">
        <h2 id="upload-file">{t('upload.file')}</h2>
        {upload.state !== 'sending' && <ChooseFile choose={choose} />}
        <div aria-live="polite">
          {upload.state !== 'none' && (
            <p>
              {t('upload.chosen')} <strong>{upload.file.name}</strong>
            </p>
          )}
          {upload.state === 'checking' && <p>{t('upload.checking')}</p>}
          {upload.state === 'refused' && (
            <>
              <Refused problem={upload.problem} />
              {warningsOf(upload.problem).length > 0 ? (
                <button type="button" class="primary" onClick={() => send(upload.file, warningsOf(upload.problem))}>
                  {t('upload.confirmWarnings')}
                </button>
              ) : (
                <p>{t('upload.correct')}</p>
              )}
            </>
          )}
          {upload.state === 'checked' && (
            <>
              <p>
                {t('upload.checked', {
                  accepted: number(upload.receipt.accepted),
                  duplicates: number(upload.receipt.duplicates),
                  unchanged: number(upload.receipt.unchangedRows),
                })}
              </p>
              <SentFigures results={upload.receipt.results} />
              <button type="button" class="primary" onClick={() => send(upload.file, upload.confirm)}>
                {t('upload.send')}
              </button>
            </>
          )}
          {upload.state === 'sending' && (
            <>
              <p>{upload.tries === 0 ? t('upload.sending') : t('upload.again', { tries: number(upload.tries) })}</p>
              <button type="button" onClick={upload.stop}>
                {t('upload.stop')}
              </button>
            </>
          )}
          {upload.state === 'recorded' && (
            <>
              <p class="good">
                {t('upload.recorded', {
                  accepted: number(upload.receipt.accepted),
                  duplicates: number(upload.receipt.duplicates),
                })}
              </p>
              <SentFigures results={upload.receipt.results} />
            </>
          )}
        </div>
      </section>
      {upload.state === 'recorded' && <SentReceipt results={upload.receipt.results} />}
    </>
  );
}
