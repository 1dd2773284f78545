import { useMemo } from 'preact/hooks';
import type { RollUp } from '../api/contract';
import { useCommonQuery } from '../figures/useCommonQuery';
import { useUnitsBetween } from '../figures/useUnitsBetween';
import { language } from '../settings/language';
import { DataTable } from '../table/DataTable';
import { readerOf } from '../units/reader';
import { selectionName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';
import type { Selection } from '../units/useSelection';
import { unitColumns } from './unitColumns';
import { unitFacets } from './unitFacets';

/** Units below a unit as a table: what is selected beside their other figures. */
export function UnitTable(props: UnitView & { titleId: string; units: readonly RollUp[]; selection: Selection }) {
  const { rollUp, catalogue, dates, titleId, units, selection } = props;
  const query = useCommonQuery();
  const [first] = units;
  const pathOf = useUnitsBetween(rollUp, first?.level);
  const kind = first && readerOf(catalogue, selection)(first)?.kind;
  const lowest = Object.keys(first?.reporting ?? {}).at(-1);
  const { indicator, level } = selection;
  const columns = useMemo(
    () => unitColumns({ catalogue, selection: { indicator, level }, kind, lowest, pathOf, query }),
    [catalogue, indicator, level, kind, lowest, pathOf, query, language.value],
  );
  const facets = useMemo(
    () => unitFacets(catalogue, { indicator, level }, pathOf),
    [catalogue, indicator, level, pathOf, language.value],
  );
  return (
    <DataTable
      name={`below.${first?.level}`}
      titleId={titleId}
      rows={units}
      columns={columns}
      facets={facets}
      keyOf={codeOf}
      nameOf={nameOf}
      order={{ column: '', isDescending: false }}
      about={{
        title: `${rollUp.name}: ${selectionName(catalogue, selection)}`,
        name: selectionName(catalogue, selection),
        asOf: asOfText(rollUp, dates),
        simulated: rollUp.simulated,
      }}
    />
  );
}

const codeOf = (unit: RollUp) => unit.code;
const nameOf = (unit: RollUp) => unit.name;
