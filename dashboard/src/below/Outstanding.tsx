import { useEffect, useMemo } from 'preact/hooks';
import { useLocationProperty } from 'wouter-preact/use-browser-location';
import { useCommonQuery } from '../figures/useCommonQuery';
import { useUnitsBetween } from '../figures/useUnitsBetween';
import { useWholeList } from '../figures/useWholeList';
import { number } from '../format/format';
import { Disclosure } from '../parts/Disclosure';
import { ProblemText } from '../parts/ProblemText';
import { language } from '../settings/language';
import { DataTable } from '../table/DataTable';
import { t } from '../text/text';
import { selectionName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';
import { outstandingIn, outstandingVersion, readOutstanding } from '../units/useOutstanding';
import { type Selection, useSelection } from '../units/useSelection';
import { outstandingColumns } from './outstandingColumns';
import { codeOf, nameOf, outstandingFacets } from './outstandingFacets';

const limit = 1000;

/** Which units are still outstanding in what is selected, by name; nothing when it is not a status. */
export function Outstanding(view: UnitView) {
  const { rollUp, catalogue } = view;
  const [selection] = useSelection(rollUp);
  const isAimedAt = useLocationProperty(() => location.hash) === '#outstanding';
  if (selection === undefined || selection.level === '') return null;
  const title = t('outstanding.title', { what: selectionName(catalogue, selection) });
  const head = (
    <h2 id="outstanding-title">
      {title} ({number(outstandingIn(rollUp, selection))})
    </h2>
  );
  return (
    <section id="outstanding" class="card below" aria-labelledby="outstanding-title">
      <Disclosure head={head} isOpen={isAimedAt}>
        <OutstandingList {...{ view, selection, title, isAimedAt }} />
      </Disclosure>
    </section>
  );
}

function OutstandingList(props: { view: UnitView; selection: Selection; title: string; isAimedAt: boolean }) {
  const { view, selection, title, isAimedAt } = props;
  const { rollUp, catalogue, dates } = view;
  const { indicator, level } = selection;
  const query = useCommonQuery();
  const pathOf = useUnitsBetween(rollUp, level);
  const { value, problem, isWhole } = useWholeList(
    `${rollUp.code} ${indicator} ${level} ${dates.asOf} ${dates.knownAt}`,
    (cursor, signal) => readOutstanding(rollUp.code, selection, dates, { limit, cursor }, signal),
    outstandingVersion(rollUp, selection),
  );
  const columns = useMemo(
    () => outstandingColumns(catalogue, indicator, pathOf, query),
    [catalogue, indicator, pathOf, query, language.value],
  );
  const facets = useMemo(
    () => outstandingFacets(catalogue, indicator, pathOf),
    [catalogue, indicator, pathOf, language.value],
  );
  const isRead = value !== undefined;
  useEffect(() => {
    if (isAimedAt && isRead) document.getElementById('outstanding')?.scrollIntoView();
  }, [isAimedAt, isRead, indicator, level]);
  return (
    <>
      <ProblemText problem={problem} />
      {value?.total === 0 && <p>{t('outstanding.none')}</p>}
      {value !== undefined && value.total > 0 && (
        <DataTable
          name={`outstanding.${level}`}
          titleId="outstanding-title"
          rows={value.items}
          columns={columns}
          facets={facets}
          keyOf={codeOf}
          nameOf={nameOf}
          order={{ column: '', isDescending: false }}
          unfinished={isWhole ? undefined : t('table.reading', { expected: number(value.total) })}
          about={{
            title: `${rollUp.name}: ${title}`,
            name: title,
            asOf: asOfText(rollUp, dates),
            simulated: rollUp.simulated,
          }}
        />
      )}
    </>
  );
}
