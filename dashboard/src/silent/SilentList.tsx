import { useMemo } from 'preact/hooks';
import type { Level } from '../api/contract';
import { outstandingColumns } from '../below/outstandingColumns';
import { codeOf, nameOf, outstandingFacets } from '../below/outstandingFacets';
import { useCommonQuery } from '../figures/useCommonQuery';
import { useUnitsBetween } from '../figures/useUnitsBetween';
import { useWholeList } from '../figures/useWholeList';
import { day, number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { language } from '../settings/language';
import { DataTable } from '../table/DataTable';
import { labelText, t } from '../text/text';
import type { Period } from '../time/period';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';
import { readOutstanding } from '../units/useOutstanding';

const limit = 1000;

/**
 * The units of a level that have not reported in a range of days, by what they belong to, the one that has been
 * silent longest first.
 * @param props.version Changes when the list may have changed.
 */
export function SilentList(props: UnitView & { period: Period; level: Level; version: string }) {
  const { rollUp, catalogue, dates, period, level, version } = props;
  const query = useCommonQuery();
  const pathOf = useUnitsBetween(rollUp, level);
  const { value, problem, isWhole } = useWholeList(
    `${rollUp.code} ${level} ${period.from} ${period.to} ${dates.asOf} ${dates.knownAt}`,
    (cursor, signal) =>
      readOutstanding(rollUp.code, { indicator: 'reporting', level }, dates, { ...period, limit, cursor }, signal),
    version,
  );
  const columns = useMemo(
    () => outstandingColumns(catalogue, 'reporting', pathOf, query),
    [catalogue, pathOf, query, language.value],
  );
  const facets = useMemo(() => outstandingFacets(catalogue, 'reporting', pathOf), [catalogue, pathOf, language.value]);
  const title = t('silent.list', { level: labelText(catalogue.levelLabels[level]) });
  const days = t('silent.title', { from: day(period.from), to: day(period.to) });
  return (
    <section class="card below" aria-labelledby="silent-list-title">
      <h2 id="silent-list-title">
        {title} {value !== undefined && `(${number(value.total)})`}
      </h2>
      <ProblemText problem={problem} />
      {value?.total === 0 && <p>{t('silent.none')}</p>}
      {value !== undefined && value.total > 0 && (
        <DataTable
          name={`silent.${level}`}
          titleId="silent-list-title"
          rows={value.items}
          columns={columns}
          facets={facets}
          keyOf={codeOf}
          nameOf={nameOf}
          order={{ column: 'lastReportedOn', isDescending: false }}
          groupedBy="parent"
          unfinished={isWhole ? undefined : t('table.reading', { expected: number(value.total) })}
          about={{
            title: `${rollUp.name}: ${title}. ${days}`,
            name: title,
            asOf: asOfText(rollUp, dates),
            simulated: rollUp.simulated,
          }}
        />
      )}
    </section>
  );
}
