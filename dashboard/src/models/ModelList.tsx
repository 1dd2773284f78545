import { useRef } from 'preact/hooks';
import type { ModelPage } from '../api/contract';
import { useQuery } from '../figures/dates';
import { usePages } from '../figures/usePages';
import { readWhole } from '../figures/useWholeList';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { SearchField } from '../parts/SearchField';
import { TakeAway } from '../takeaway/TakeAway';
import { labelText, t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';
import { ModelTable } from './ModelTable';
import { modelSheet } from './modelSheet';
import { modelsVersion, readModels } from './readModels';

const limit = 50;
const most = 1000;

/** The models by name, the most widespread first; searched by name and kind. */
export function ModelList({ rollUp, catalogue, dates }: UnitView) {
  const [values, set] = useQuery();
  const q = values.get('q') ?? '';
  const kind = values.get('kind') ?? '';
  const { value, problem, more } = usePages(
    `${rollUp.code} ${dates.asOf} ${dates.knownAt} ${kind} ${q}`,
    (cursor, signal) => readModels(rollUp.code, { q, kind, cursor, limit }, dates, signal),
    modelsVersion(rollUp),
  );
  // The list shows as much as is looked at; a sheet of it has all.
  const readAll = () =>
    readWhole(
      (cursor, signal) => readModels(rollUp.code, { q, kind, cursor, limit: most }, dates, signal),
      new AbortController().signal,
    );
  // The last answer stands while another one is on its way, so that the list does not blink with every letter.
  const last = useRef<ModelPage>();
  last.current = value ?? last.current;
  const shown = last.current;
  return (
    <section class="card model-list" aria-labelledby="list-title">
      <h2 id="list-title">{t('models.list')}</h2>
      <div class="table-tools">
        <SearchField label={t('models.search')} value={q} onSearch={(text) => set({ q: text })} />
        <label class="field">
          {t('models.kind')}
          <select value={kind} onChange={(event) => set({ kind: event.currentTarget.value })}>
            <option value="">{t('table.any')}</option>
            {catalogue.modelKinds.map((one) => (
              <option key={one} value={one}>
                {labelText(catalogue.modelKindLabels[one])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ProblemText problem={problem} />
      {shown !== undefined && (
        <>
          <p class="table-count" role="status">
            {t('models.found', {
              distinct: number(shown.distinct),
              sites: number(shown.sites),
              groups: number(shown.groups),
            })}
          </p>
          {shown.items.length > 0 && (
            <>
              <ModelTable models={shown.items} catalogue={catalogue} />
              <TakeAway
                sheet={async () => ({
                  title: `${rollUp.name}: ${t('models.list')}`,
                  name: t('models.list'),
                  asOf: asOfText(rollUp, dates),
                  simulated: rollUp.simulated,
                  ...modelSheet((await readAll()).items, catalogue),
                })}
              />
            </>
          )}
        </>
      )}
      {shown !== undefined && more !== null && (
        <p>
          {t('models.shown', { shown: number(shown.items.length), all: number(shown.distinct) })}{' '}
          <button type="button" onClick={more}>
            {t('models.more')}
          </button>
        </p>
      )}
    </section>
  );
}
