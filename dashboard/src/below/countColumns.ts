import type { Catalogue, RollUp } from '../api/contract';
import type { Column } from '../table/column';
import { labelText } from '../text/text';
import { partColumn } from './partColumn';

/** A column for each count that has a part: how many are safe, of how many. */
export function countColumns(catalogue: Catalogue): Column<RollUp>[] {
  return catalogue.indicators.flatMap((part) => {
    const whole = part.of;
    if (whole === null) return [];
    const column = partColumn(part.id, labelText(part.label), (unit) => ({
      part: unit.counts[part.id]?.total ?? 0,
      whole: unit.counts[whole]?.total ?? 0,
    }));
    return [{ ...column, isWide: true }];
  });
}
