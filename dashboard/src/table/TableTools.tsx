import { SearchField } from '../parts/SearchField';
import { t } from '../text/text';
import { facetText, facetValues } from './arrange';
import type { Choice } from './choice';
import type { Facet } from './column';

/** Chooses the rows of a table by name and facets, and groups them. A facet with a single value chooses nothing. */
export function TableTools<T>(props: {
  rows: readonly T[];
  facets: readonly Facet<T>[];
  choice: Choice;
  choose: (change: Partial<Choice>) => void;
}) {
  const { rows, choice, choose } = props;
  const facets = props.facets
    .map((facet) => ({ facet, values: facetValues(rows, facet) }))
    .filter(({ facet, values }) => values.length > 1 || choice.chosen[facet.id]);
  return (
    <>
      <SearchField label={t('table.name')} value={choice.sought} onSearch={(sought) => choose({ sought })} />
      {facets.map(({ facet, values }) => (
        <label class="field" key={facet.id}>
          {facet.label}
          <select
            value={choice.chosen[facet.id] ?? ''}
            onChange={(event) => choose({ chosen: { [facet.id]: event.currentTarget.value } })}
          >
            <option value="">{t('table.any')}</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {facetText(facet, value)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {facets.length > 0 && (
        <label class="field">
          {t('table.groupedBy')}
          <select value={choice.groupedBy} onChange={(event) => choose({ groupedBy: event.currentTarget.value })}>
            <option value="">{t('table.ungrouped')}</option>
            {facets.map(({ facet }) => (
              <option key={facet.id} value={facet.id}>
                {facet.label}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
