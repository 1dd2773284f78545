import './upload.css';
import { Link } from 'wouter-preact';
import { address } from '../api/http';
import { useUnitName } from '../figures/useUnitName';
import { useTitle } from '../parts/useTitle';
import { NeedsKey } from '../session/NeedsKey';
import { mayReport, session } from '../session/session';
import { t } from '../text/text';
import { UploadFile } from './UploadFile';

/** Where a province sends its file of reports: template, check, confirm, and the figures as they then stand. */
export function UploadPage() {
  const known = session.value;
  useTitle(t('upload'));
  const unit = useUnitName(known?.unit ?? '');
  return (
    <>
      <h1>{t('upload')}</h1>
      <p>
        {t('upload.intro')} <Link href="/guide">{t('guide')}</Link>
      </p>
      {mayReport() ? (
        <>
          <p>
            <Link href={`/units/${known?.unit}/entry`}>{t('upload.entry')}</Link>
          </p>
          <section class="card" aria-labelledby="upload-template">
            <h2 id="upload-template">{t('upload.template')}</h2>
            <p>{t('upload.template.text')}</p>
            <a href={address(`/units/${known?.unit}/template`)} download>
              {t('upload.template.get', { unit })}
            </a>
          </section>
          <UploadFile />
        </>
      ) : (
        <NeedsKey />
      )}
    </>
  );
}
