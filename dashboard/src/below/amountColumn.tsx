import type { RollUp } from '../api/contract';
import { number } from '../format/format';
import type { Column } from '../table/column';
import { sumCells } from '../takeaway/sheet';
import { Figure } from '../units/Figure';

/** A column of amounts. `addsUp`: what units have together is the sum of what each has. */
export function amountColumn(
  header: string,
  amountOf: (unit: RollUp) => number | null,
  addsUp: boolean,
): Omit<Column<RollUp>, 'id'> {
  const total = (units: readonly RollUp[]) => sumCells(units.map(amountOf));
  return {
    header,
    value: amountOf,
    cell: (unit) => <Figure value={amountOf(unit) ?? 0}>{amountText(amountOf(unit))}</Figure>,
    sheet: [{ header, value: amountOf, ...(addsUp && { total }) }],
    ...(addsUp && { subtotal: (units: readonly RollUp[]) => amountText(total(units)) }),
  };
}

function amountText(amount: number | null): string {
  return amount === null ? '–' : number(amount);
}
