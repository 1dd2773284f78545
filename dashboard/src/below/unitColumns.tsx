import type { Catalogue, Level, RollUp } from '../api/contract';
import type { PathOf } from '../figures/useUnitsBetween';
import { day } from '../format/format';
import type { Column } from '../table/column';
import { labelText, t } from '../text/text';
import { type Reading, reportedAmount } from '../units/reading';
import type { Selection } from '../units/useSelection';
import { amountColumn } from './amountColumn';
import { countColumns } from './countColumns';
import { partColumn } from './partColumn';
import { readingColumn } from './readingColumn';

/** The columns of a list of units. */
export function unitColumns(of: {
  catalogue: Catalogue;
  selection: Selection;
  /** What the units have to show of it; undefined: nothing. */
  kind: Reading['kind'] | undefined;
  /** The lowest level below the units; undefined when nothing lies below them. */
  lowest: Level | undefined;
  pathOf: PathOf | undefined;
  /** What of the page's address goes along. */
  query: string;
}): Column<RollUp>[] {
  const { catalogue, selection, kind, lowest, pathOf, query } = of;
  const columns: Column<RollUp>[] = [nameColumn(query)];
  if (pathOf !== undefined) columns.push(parentColumn(pathOf));
  columns.push({ id: 'kind', header: t('unit.kind'), value: (unit) => unit.kind, isText: true, isWide: true });
  if (kind !== undefined) columns.push(readingColumn(catalogue, selection, kind));
  if (lowest !== undefined) {
    const header = `${t('reporting')} – ${labelText(catalogue.levelLabels[lowest])}`;
    columns.push(partColumn(`reporting ${lowest}`, header, (unit) => reported(unit, lowest)));
  }
  columns.push(...countColumns(catalogue), ...modelColumns(), lastReportColumn());
  return columns.filter((column) => !isShownAlready(column.id, selection));
}

// What is selected has its own column, the first of the figures.
function isShownAlready(column: string, { indicator, level }: Selection): boolean {
  return column === indicator || column === `${indicator} ${level}` || (column === 'sites' && indicator === 'models');
}

function nameColumn(query: string): Column<RollUp> {
  return {
    id: 'name',
    header: t('unit'),
    value: (unit) => unit.name,
    cell: (unit) => <a href={`/units/${unit.code}${query}`}>{unit.name}</a>,
    sheet: [
      { header: t('unit.code'), value: (unit) => unit.code },
      { header: t('unit'), value: (unit) => unit.name },
    ],
    isText: true,
  };
}

function parentColumn(pathOf: PathOf): Column<RollUp> {
  return { id: 'parent', header: t('unit.parent'), value: (unit) => pathOf(unit.parent), isText: true };
}

function reported(unit: RollUp, level: Level) {
  const counted = unit.reporting[level];
  return counted && { part: counted.reported, whole: counted.total };
}

function modelColumns(): Column<RollUp>[] {
  return (['distinct', 'sites', 'groups'] as const).map((name) => ({
    id: name,
    // A model that several units have is one model: distinct ones do not add up.
    ...amountColumn(t(`models.${name}`), (unit) => reportedAmount(unit, unit.models[name]), name !== 'distinct'),
    isWide: name !== 'sites',
  }));
}

function lastReportColumn(): Column<RollUp> {
  return {
    id: 'lastReportedOn',
    header: t('unit.lastReportedOn'),
    value: (unit) => unit.lastReportedOn,
    cell: (unit) => (unit.lastReportedOn === null ? '–' : day(unit.lastReportedOn)),
    sheet: [{ header: t('unit.lastReportedOn'), value: (unit) => unit.lastReportedOn, format: 'day' }],
  };
}
