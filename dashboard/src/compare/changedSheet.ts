import type { Catalogue } from '../api/contract';
import { type Sheet, type SheetCell, type SheetColumn, sumCells } from '../takeaway/sheet';
import { t } from '../text/text';
import type { Reading } from '../units/reading';
import { stateLabel } from '../units/states';
import { sideCells, sideColumns } from './sideCells';
import type { UnitChange } from './unitChanges';

/** Units at two dates as a sheet: states in words; amounts, parts and wholes as numbers, with what they come to. */
export function changedSheet(
  changes: readonly UnitChange[],
  titles: readonly string[],
  catalogue: Catalogue,
  indicator: string,
): Pick<Sheet, 'columns' | 'rows' | 'total'> {
  const kind = changes.map((one) => (one.after ?? one.before)?.kind).find((one) => one !== undefined);
  const cells =
    kind === 'share' ? partCells : (reading: Reading | undefined) => [plainCell(catalogue, indicator, reading)];
  return {
    columns: [
      { header: t('compare.code') },
      { header: t('compare.unit') },
      ...titles.flatMap<SheetColumn>((title) => (kind === 'share' ? sideColumns(title) : { header: title })),
      { header: t('compare.difference') },
      { header: t('compare.points'), format: 'points' },
    ],
    rows: changes.map((one) => [
      one.unit.code,
      one.unit.name,
      ...cells(one.before),
      ...cells(one.after),
      one.difference ?? t(`compare.${one.kind}`),
      one.points,
    ]),
    ...(kind !== 'state' && {
      total: [
        t('table.total'),
        null,
        ...cells(together(changes.map((one) => one.before))),
        ...cells(together(changes.map((one) => one.after))),
        sumCells(changes.map((one) => one.difference)),
        null,
      ],
    }),
  };
}

function partCells(reading: Reading | undefined): SheetCell[] {
  return reading?.kind === 'share' ? sideCells(reading.part, reading.whole) : [null, null, null];
}

function plainCell(catalogue: Catalogue, indicator: string, reading: Reading | undefined): SheetCell {
  if (reading?.kind === 'amount') return reading.amount;
  return reading?.kind === 'state' ? stateLabel(catalogue, indicator, reading.state) : null;
}

function together(readings: readonly (Reading | undefined)[]): Reading | undefined {
  const known = readings.filter((reading) => reading !== undefined);
  if (known[0]?.kind === 'share') {
    const sum = (name: 'part' | 'whole') => known.reduce((all, one) => all + (one.kind === 'share' ? one[name] : 0), 0);
    return { kind: 'share', part: sum('part'), whole: sum('whole') };
  }
  return known.length === 0
    ? undefined
    : { kind: 'amount', amount: known.reduce((all, one) => all + (one.kind === 'amount' ? one.amount : 0), 0) };
}
