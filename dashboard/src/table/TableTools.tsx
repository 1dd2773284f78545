import { t } from '../text/text';
import { facetValues } from './arrange';
import type { Facet } from './column';

/** What a table's rows are chosen and grouped by. */
export interface Choice {
  sought: string;
  chosen: Record<string, string>;
  /** The id of a facet; '' for none. */
  groupedBy: string;
}

/** Chooses the rows of a table by name and facets, and groups them. A facet with a single value chooses nothing. */
export function TableTools<T>(props: {
  rows: readonly T[];
  facets: readonly Facet<T>[];
  choice: Choice;
  setChoice: (choice: Choice) => void;
}) {
  const { rows, choice, setChoice } = props;
  const facets = props.facets
    .map((facet) => ({ facet, values: facetValues(rows, facet) }))
    .filter(({ facet, values }) => values.length > 1 || choice.chosen[facet.id]);
  return (
    <>
      <label class="field">
        {t('table.name')}
        <input
          type="search"
          value={choice.sought}
          onInput={(event) => setChoice({ ...choice, sought: event.currentTarget.value })}
        />
      </label>
      {facets.map(({ facet, values }) => (
        <label class="field" key={facet.id}>
          {facet.label}
          <select
            value={choice.chosen[facet.id] ?? ''}
            onChange={(event) =>
              setChoice({ ...choice, chosen: { ...choice.chosen, [facet.id]: event.currentTarget.value } })
            }
          >
            <option value="">{t('table.any')}</option>
            {values.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      ))}
      {facets.length > 0 && (
        <label class="field">
          {t('table.groupedBy')}
          <select
            value={choice.groupedBy}
            onChange={(event) => setChoice({ ...choice, groupedBy: event.currentTarget.value })}
          >
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
