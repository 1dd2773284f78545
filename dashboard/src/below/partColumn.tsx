import type { RollUp } from '../api/contract';
import { number, percent, shareOf } from '../format/format';
import type { Column } from '../table/column';
import { t } from '../text/text';
import { isNothing, type Part, sumParts } from './sums';

/** A column of parts of a whole, `12/30 40,0%`, ordered by the share; a sheet has the two figures and the share. */
export function partColumn(id: string, header: string, partOf: (unit: RollUp) => Part | undefined): Column<RollUp> {
  const cellOf = (read: (part: Part) => number | null) => {
    const cell = (part: Part | undefined) => (isNothing(part) ? null : read(part));
    return {
      value: (unit: RollUp) => cell(partOf(unit)),
      total: (units: readonly RollUp[]) => cell(sumParts(units.map(partOf))),
    };
  };
  return {
    id,
    header,
    value: (unit) => orderOf(partOf(unit)),
    cell: (unit) => <PartText of={partOf(unit)} />,
    subtotal: (units) => <PartText of={sumParts(units.map(partOf))} />,
    sheet: [
      { header, ...cellOf((of) => of.part) },
      { header: t('table.of', { what: header }), ...cellOf((of) => of.whole) },
      { header: t('table.share', { what: header }), format: 'share', ...cellOf((of) => shareOf(of.part, of.whole)) },
    ],
  };
}

/** A part of a whole as a text: `12/30 40,0%`; `–` of nothing. */
export function PartText({ of }: { of: Part | undefined }) {
  if (isNothing(of)) return <>–</>;
  return (
    <>
      {number(of.part)}/{number(of.whole)} <small>{percent(of.part, of.whole)}</small>
    </>
  );
}

function orderOf(of: Part | undefined): number | null {
  return of === undefined || of.whole === 0 ? null : of.part / of.whole;
}
