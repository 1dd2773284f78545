import { strFromU8, unzipSync } from 'fflate/browser';
import { expect, it } from 'vitest';
import { toDocx } from '../../src/print/docx/toDocx';
import type { Paper } from '../../src/print/paper';

const paper: Paper = {
  superior: '',
  agency: 'Công an tỉnh',
  number: 'Số: 05/BC-CAT',
  placeAndDay: 'Quảng Ninh, ngày 05 tháng 3 năm 2017',
  title: 'Báo cáo',
  subject: 'A < B & C\u0007',
  addressees: ['Bộ Công an'],
  simulated: true,
  blocks: [
    { kind: 'part', text: 'I. Kết quả' },
    {
      kind: 'table',
      caption: 'Bảng',
      headers: ['TT', 'Đơn vị', 'Điểm'],
      rows: [['1', 'Hạ Long', '2']],
      total: ['', 'Cộng', '2'],
    },
  ],
  recipients: ['Như trên', 'Lưu: VT'],
  signature: ['KT. Giám đốc', 'Phó Giám đốc'],
};

async function partsOf(of: Paper): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await toDocx(of).arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
}

it('is A4 with the margins of the decree, in Times New Roman of 14 points', async () => {
  const parts = await partsOf(paper);
  expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  expect(parts['word/document.xml']).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
  expect(parts['word/styles.xml']).toMatch(/Times New Roman.*<w:sz w:val="28"\/>/);
});

it('has one heading row that every page repeats, and a heading for each part', async () => {
  const body = (await partsOf(paper))['word/document.xml'] as string;
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body).toContain('<w:pStyle w:val="Heading1"/>');
});

it('numbers its pages but the first, and marks every page of simulated figures', async () => {
  const parts = await partsOf(paper);
  expect(parts['word/numbers.xml']).toContain(' PAGE ');
  expect(parts['word/document.xml']).toContain('<w:titlePg/>');
  expect(parts['word/firstFooter.xml']).toContain('MÔ PHỎNG');
  expect(await partsOf({ ...paper, simulated: false })).not.toHaveProperty('word/firstFooter.xml');
});

it('writes text as XML has it', async () => {
  expect((await partsOf(paper))['word/document.xml']).toContain('>A &lt; B &amp; C</w:t>');
});
