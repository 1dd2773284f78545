import type { Catalogue, OutstandingUnit } from '../api/contract';
import type { PathOf } from '../figures/useUnitsBetween';
import type { Facet } from '../table/column';
import { t } from '../text/text';
import { stateLabel } from '../units/states';

/** By what outstanding units are chosen and grouped: what they belong to, and their state. */
export function outstandingFacets(
  catalogue: Catalogue,
  indicator: string,
  pathOf: PathOf | undefined,
): Facet<OutstandingUnit>[] {
  const parents: Facet<OutstandingUnit>[] =
    pathOf === undefined ? [] : [{ id: 'parent', label: t('unit.parent'), of: (unit) => pathOf(unit.parent) }];
  if (indicator === 'reporting') return parents;
  return [
    ...parents,
    {
      id: `state.${indicator}`,
      label: t('unit.state'),
      of: (unit) => unit.state ?? 'unreported',
      text: (state) => stateLabel(catalogue, indicator, state),
    },
  ];
}

/** What tells outstanding units apart. */
export const codeOf = (unit: OutstandingUnit) => unit.code;

/** What outstanding units are searched by. */
export const nameOf = (unit: OutstandingUnit) => unit.name;
