import type { Catalogue, OutstandingUnit } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import type { PathOf } from '../figures/useUnitsBetween';
import { day } from '../format/format';
import type { Column } from '../table/column';
import { t } from '../text/text';
import { stateLabel, toneOf } from '../units/states';

/** The columns of a list of outstanding units. Of `reporting` there is no state. */
export function outstandingColumns(
  catalogue: Catalogue,
  indicator: string,
  pathOf: PathOf | undefined,
  query: string,
): Column<OutstandingUnit>[] {
  // Beside the day of another report it would read as if there were none.
  const label = (unit: OutstandingUnit) =>
    toneOf(catalogue, indicator, unit.state) === 'unreported' && unit.lastReportedOn !== null
      ? t('unreported.indicator')
      : stateLabel(catalogue, indicator, unit.state);
  const states = findIndicator(catalogue, indicator)?.states;
  return [
    {
      id: 'name',
      header: t('unit'),
      value: (unit) => unit.name,
      cell: (unit) => <a href={`/units/${unit.code}${query}`}>{unit.name}</a>,
      sheet: [
        { header: t('unit.code'), value: (unit) => unit.code },
        { header: t('unit'), value: (unit) => unit.name },
      ],
      isText: true,
    },
    ...(pathOf === undefined
      ? []
      : [
          {
            id: 'parent',
            header: t('unit.parent'),
            value: (unit) => pathOf(unit.parent),
            isText: true,
          } satisfies Column<OutstandingUnit>,
        ]),
    ...(states === undefined
      ? []
      : [
          {
            id: 'state',
            header: t('unit.state'),
            value: (unit) => states.indexOf(unit.state ?? ''),
            cell: (unit) => (
              <>
                <span class={`swatch tone ${toneOf(catalogue, indicator, unit.state)}`} aria-hidden="true" />
                {label(unit)}
              </>
            ),
            sheet: [{ header: t('unit.state'), value: label }],
            isText: true,
          } satisfies Column<OutstandingUnit>,
        ]),
    {
      id: 'lastReportedOn',
      header: t('unit.lastReportedOn'),
      value: (unit) => unit.lastReportedOn,
      cell: (unit) => (unit.lastReportedOn === null ? t('unit.never') : day(unit.lastReportedOn)),
      sheet: [{ header: t('unit.lastReportedOn'), value: (unit) => unit.lastReportedOn, format: 'day' }],
      isText: true,
    },
  ];
}
