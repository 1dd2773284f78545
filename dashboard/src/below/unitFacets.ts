import type { Catalogue, RollUp } from '../api/contract';
import type { PathOf } from '../figures/useUnitsBetween';
import type { Facet } from '../table/column';
import { t } from '../text/text';
import { readerOf } from '../units/reader';
import { stateLabel } from '../units/states';
import type { Selection } from '../units/useSelection';

/** By what units are chosen and grouped: what they belong to, region, kind, and their own state in what is selected. */
export function unitFacets(catalogue: Catalogue, selection: Selection, pathOf: PathOf | undefined): Facet<RollUp>[] {
  const read = readerOf(catalogue, selection);
  return [
    ...(pathOf === undefined
      ? []
      : [{ id: 'parent', label: t('unit.parent'), of: (unit: RollUp) => pathOf(unit.parent) }]),
    { id: 'region', label: t('unit.region'), of: (unit) => unit.region },
    { id: 'kind', label: t('unit.kind'), of: (unit) => unit.kind },
    {
      // Another indicator has other states: a state chosen is chosen for this one.
      id: `state.${selection.indicator}`,
      label: t('unit.state'),
      of: (unit) => {
        const reading = read(unit);
        return reading?.kind === 'state' ? reading.state : null;
      },
      text: (state) => stateLabel(catalogue, selection.indicator, state),
    },
  ];
}
