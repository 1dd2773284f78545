import { useEffect, useRef } from 'preact/hooks';
import type { ReportBatch } from '../api/contract';
import { day } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { statedTexts } from '../units/stated';
import type { Checked } from './EntryForm';
import { faultText } from './faults';
import { modelText } from './modelText';
import type { Entry } from './useEntry';

/** What would change, before it is sent for good; what is unusual is confirmed one by one. */
export function Review(props: {
  name: string;
  entry: Entry;
  checked: Checked;
  confirm: (batch: ReportBatch) => void;
  back: () => void;
}) {
  const { name, entry, checked, confirm, back } = props;
  const { batch, warnings } = checked;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const submit = (event: Event) => {
    event.preventDefault();
    const reports = batch.reports.map((report) => (codes.length === 0 ? report : { ...report, confirm: codes }));
    confirm({ ...batch, reports });
  };
  return (
    <form class="card entry-review" aria-labelledby="entry-review-title" onSubmit={submit}>
      <h2 id="entry-review-title" tabindex={-1} ref={title}>
        {t('entry.review')}
      </h2>
      <p>{t('entry.review.of', { unit: name, day: day(entry.draft.effectiveOn) })}</p>
      <Scroll labelledBy="entry-review-title">
        <table class="own">
          <thead>
            <tr>
              <th scope="col">{t('own.what')}</th>
              <th scope="col">{t('entry.review.from')}</th>
              <th scope="col">{t('entry.review.to')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(entry).map(({ what, from, to }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{from}</td>
                <td>
                  <strong>{to}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {entry.draft.note.trim() !== '' && (
        <p>
          {t('entry.note')}: {entry.draft.note}
        </p>
      )}
      {warnings.map((warning) => (
        <label key={`${warning.pointer} ${warning.code}`} class="entry-warning">
          <input type="checkbox" required />
          <span>
            {faultText(warning, entry.catalogue)} <strong>{t('entry.review.confirm')}</strong>
          </span>
        </label>
      ))}
      <p>
        <button type="submit" class="primary">
          {t('entry.send')}
        </button>{' '}
        <button type="button" onClick={back}>
          {t('entry.back')}
        </button>
      </p>
    </form>
  );
}

function rowsOf({ catalogue, changes }: Entry): { what: string; from: string; to: string }[] {
  const none = t('entry.never');
  return [
    ...changes.figures.map(({ field, from, to }) => {
      const [folder = '', id = ''] = field.split('/');
      const told = (value: string | number) => statedTexts({ [folder]: { [id]: value } }, catalogue)[0];
      return {
        what: told(to)?.name ?? id,
        from: from === undefined ? none : (told(from)?.text ?? ''),
        to: told(to)?.text ?? '',
      };
    }),
    ...changes.models.map(({ from, to }) => ({
      what: t('stated.model', { name: to.name }),
      from: from === undefined ? none : modelText(catalogue, from),
      to: to.sites === 0 ? t('entry.models.ends') : modelText(catalogue, to),
    })),
  ];
}
