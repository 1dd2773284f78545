import { strFromU8, unzipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/takeaway/sheet';
import { sheetName, toXlsx } from '../../src/takeaway/xlsx';

async function sheetXml(sheet: Partial<Sheet>): Promise<string> {
  const columns = [{ header: 'Mã' }, { header: 'Số' }];
  const blob = await toXlsx({
    title: 'Bảng',
    name: 'Bảng',
    asOf: 'hôm nay',
    simulated: true,
    columns,
    rows: [],
    ...sheet,
  });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const part = (path: string) => (files[path] ? strFromU8(files[path]) : '');
  return ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'].map(part).join('');
}

describe('toXlsx', () => {
  it('writes numbers as numbers and a code with its zeros as text', async () => {
    const xml = await sheetXml({ rows: [['001', 12]] });
    expect(xml).toContain('<v>12</v>');
    expect(xml).toContain('001');
    expect(xml).toMatch(/<c r="A7"[^>]* t="(s|inlineStr)"/);
  });

  it('writes a day as the number that it is, and nothing where nothing is known', async () => {
    const xml = await sheetXml({
      columns: [{ header: 'Mã' }, { header: 'Ngày', format: 'day' }],
      rows: [
        ['01', '2017-02-20'],
        ['02', null],
      ],
    });
    expect(xml).toMatch(/<c r="B7" s="\d+"[^>]*><v>42786<\/v>/);
    expect(xml).not.toContain('r="B8"');
  });

  it('filters by the headers, of which the total below is no part', async () => {
    const xml = await sheetXml({ rows: [['001', 12]], total: ['Cộng', 12] });
    expect(xml).toContain('<autoFilter ref="A6:B7"/>');
    expect(xml).toContain(">'Bảng'!$A$6:$B$7</definedName>");
    expect(xml).toMatch(/<c r="B8"[^>]*><v>12<\/v>/);
  });

  it('keeps title, date, mark and headers in sight', async () => {
    const xml = await sheetXml({});
    expect(xml).toMatch(/<pane [^>]*ySplit="6"/);
    expect(xml).toContain('MÔ PHỎNG');
  });

  it('keeps text that looks like a formula as text', async () => {
    expect(await sheetXml({ rows: [['=1+1', 0]] })).not.toContain('<f>');
  });
});

describe('sheetName', () => {
  it.each([
    ['Kiện toàn – Cấp huyện', 'Kiện toàn – Cấp huyện'],
    ["'Công an/MTTQ: [1]?'", 'Công an-MTTQ- -1-'],
    ['', 'Bảng số liệu'],
  ])('%j becomes %j', (text, name) => {
    expect(sheetName(text)).toBe(name);
  });

  it('is at most 31 characters long', () => {
    const name = sheetName('Chương trình phối hợp dân vận – Cấp tỉnh');
    expect(name).toBe('Chương trình phối hợp dân vận…');
    expect(name.length).toBeLessThanOrEqual(31);
  });
});
