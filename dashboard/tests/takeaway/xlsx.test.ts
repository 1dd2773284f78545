import { strFromU8, unzipSync } from 'fflate/browser';
import { expect, it } from 'vitest';
import { toXlsx } from '../../src/takeaway/xlsx';

async function sheetXml(rows: (string | number | null)[][]): Promise<string> {
  const blob = await toXlsx({ title: 'Bảng', asOf: 'hôm nay', simulated: true, headers: ['Mã', 'Số'], rows });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const strings = files['xl/sharedStrings.xml'];
  return strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array) + (strings ? strFromU8(strings) : '');
}

it('writes numbers as numbers and a code with its zeros as text', async () => {
  const xml = await sheetXml([['001', 12]]);
  expect(xml).toContain('<v>12</v>');
  expect(xml).toContain('001');
  expect(xml).toMatch(/<c r="A6"[^>]* t="(s|inlineStr)"/);
});

it('keeps title, date, mark and headers in sight', async () => {
  const xml = await sheetXml([]);
  expect(xml).toMatch(/<pane [^>]*ySplit="5"/);
  expect(xml).toContain('MÔ PHỎNG');
});

it('keeps text that looks like a formula as text', async () => {
  expect(await sheetXml([['=1+1', 0]])).not.toContain('<f>');
});
