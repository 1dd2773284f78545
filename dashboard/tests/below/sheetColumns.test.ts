import { expect, it } from 'vitest';
import type { RollUp } from '../../src/api/contract';
import { amountColumn } from '../../src/below/amountColumn';
import { partColumn } from '../../src/below/partColumn';
import { sheetOf } from '../../src/table/sheetOf';
import { reportedAmount } from '../../src/units/reading';

const unit = (sites: number, part: number, whole: number, lastReportedOn: string | null) =>
  ({ models: { sites }, part, whole, lastReportedOn }) as unknown as RollUp & { part: number; whole: number };

it('leaves blank what was never reported, and adds up the rest', () => {
  const columns = [
    { id: 'sites', ...amountColumn('Điểm', (of) => reportedAmount(of, of.models.sites), true) },
    partColumn('safe', 'Cơ quan', (of) => of as ReturnType<typeof unit>),
  ];
  const sheet = sheetOf(columns, [unit(0, 0, 0, null), unit(0, 1, 3, '2017-02-20'), unit(4, 1, 1, '2017-02-20')]);
  expect(sheet.rows).toEqual([
    [null, null, null, null],
    [0, 1, 3, 0.333],
    [4, 1, 1, 1],
  ]);
  expect(sheet.total).toEqual(['Cộng', 2, 4, 0.5]);
  expect(sheet.columns[3]).toEqual({ header: 'Cơ quan: tỷ lệ', format: 'share' });
});
