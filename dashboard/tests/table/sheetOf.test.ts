import { expect, it } from 'vitest';
import { sheetOf } from '../../src/table/sheetOf';

it('has the values of plain columns, and the sheet columns of the others, in the order of the rows', () => {
  const sheet = sheetOf<{ code: string; name: string; part: number | null }>(
    [
      {
        id: 'name',
        header: 'Đơn vị',
        value: (row) => row.name,
        sheet: [
          { header: 'Mã', value: (row) => row.code },
          { header: 'Đơn vị', value: (row) => row.name },
        ],
      },
      { id: 'part', header: 'Đã báo cáo', value: (row) => row.part },
      {
        id: 'day',
        header: 'Ngày',
        value: () => null,
        sheet: [{ header: 'Ngày', format: 'day', value: () => null, total: (rows) => rows.length }],
      },
    ],
    [
      { code: '02', name: 'Tỉnh Hà Giang', part: null },
      { code: '01', name: 'Thành phố Hà Nội', part: 3 },
    ],
  );
  expect(sheet).toEqual({
    columns: [{ header: 'Mã' }, { header: 'Đơn vị' }, { header: 'Đã báo cáo' }, { header: 'Ngày', format: 'day' }],
    rows: [
      ['02', 'Tỉnh Hà Giang', null, null],
      ['01', 'Thành phố Hà Nội', 3, null],
    ],
    total: ['Cộng', null, null, 2],
  });
});
