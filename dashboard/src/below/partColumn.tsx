import type { RollUp } from '../api/contract';
import { number, percent } from '../format/format';
import type { Column } from '../table/column';
import { t } from '../text/text';
import { type Part, sumParts } from './sums';

/** A column of parts of a whole, `12/30 40,0%`, ordered by the share; a sheet has the two figures. */
export function partColumn(id: string, header: string, partOf: (unit: RollUp) => Part | undefined): Column<RollUp> {
  return {
    id,
    header,
    value: (unit) => shareOf(partOf(unit)),
    cell: (unit) => <PartText of={partOf(unit)} />,
    subtotal: (units) => <PartText of={sumParts(units.map(partOf))} />,
    sheet: [
      { header, value: (unit) => partOf(unit)?.part ?? null },
      { header: t('table.of', { what: header }), value: (unit) => partOf(unit)?.whole ?? null },
    ],
  };
}

/** A part of a whole as a text: `12/30 40,0%`; `–` of nothing. */
export function PartText({ of }: { of: Part | undefined }) {
  if (of === undefined || (of.part === 0 && of.whole === 0)) return <>–</>;
  return (
    <>
      {number(of.part)}/{number(of.whole)} <small>{percent(of.part, of.whole)}</small>
    </>
  );
}

function shareOf(of: Part | undefined): number | null {
  return of === undefined || of.whole === 0 ? null : of.part / of.whole;
}
