import { useMemo } from 'preact/hooks';
import type { RollUp } from '../api/contract';
import { useChildren } from '../figures/useChildren';
import { useCommonQuery } from '../figures/useCommonQuery';
import { change, number } from '../format/format';
import { language } from '../settings/language';
import type { Column } from '../table/column';
import { DataTable } from '../table/DataTable';
import { t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';

/** What the units directly below declare beside what is computed of them; nothing when none declares. */
export function DeclaredBelow({ rollUp, dates }: UnitView) {
  const query = useCommonQuery();
  const { value } = useChildren(rollUp, undefined, dates);
  const units = value?.filter((unit) => unit.declared.models !== undefined) ?? [];
  const columns = useMemo(() => declaredColumns(query), [query, language.value]);
  if (units.length === 0) return null;
  return (
    <section class="card" aria-labelledby="declared-title">
      <h2 id="declared-title">{t('models.declaredTitle')}</h2>
      <DataTable
        name="declared"
        titleId="declared-title"
        rows={units}
        columns={columns}
        facets={noFacets}
        keyOf={codeOf}
        nameOf={nameOf}
        order={{ column: 'difference', isDescending: false }}
        about={{
          title: `${rollUp.name}: ${t('models.declaredTitle')}`,
          name: t('models.declaredTitle'),
          asOf: asOfText(rollUp, dates),
          simulated: rollUp.simulated,
        }}
      />
      <p class="note">{t('models.declaredNote')}</p>
    </section>
  );
}

function declaredColumns(query: string): Column<RollUp>[] {
  const declared = (unit: RollUp) => unit.declared.models ?? 0;
  const difference = (unit: RollUp) => unit.models.distinct - declared(unit);
  return [
    {
      id: 'name',
      header: t('unit'),
      value: nameOf,
      cell: (unit) => <a href={`/units/${unit.code}/models${query}`}>{unit.name}</a>,
      isText: true,
    },
    { id: 'declared', header: t('models.declared'), value: declared, cell: (unit) => number(declared(unit)) },
    {
      id: 'distinct',
      header: t('models.computed'),
      value: (unit) => unit.models.distinct,
      cell: (unit) => number(unit.models.distinct),
    },
    { id: 'difference', header: t('models.gap'), value: difference, cell: (unit) => change(difference(unit)) },
  ];
}

const noFacets: [] = [];
const codeOf = (unit: RollUp) => unit.code;
const nameOf = (unit: RollUp) => unit.name;
