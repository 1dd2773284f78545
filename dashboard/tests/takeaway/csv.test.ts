import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../../src/settings/language';
import { csvCell, toCsv } from '../../src/takeaway/csv';
import type { Sheet } from '../../src/takeaway/sheet';

afterEach(() => {
  language.value = 'vi';
});

describe('csvCell', () => {
  it.each(['=1+1', '+84', '-1', '@sum', '\tx', '\rx', ' =1+1', '"=1+1'])('takes the formula out of %j', (text) => {
    expect(csvCell(text)).toContain("'");
    expect(csvCell(text)).not.toMatch(/^[\s"]*[=+\-@]/);
  });

  it.each([',', ';', '\t', '|'])(
    'takes the formula out behind %j, which another list separator makes the end of a cell',
    (separator) => {
      expect(csvCell(`Tổ an ninh${separator}=HYPERLINK(A1)${separator} "+84"`)).not.toMatch(/(^|[,;\t|])[\s"]*[=+]/);
    },
  );

  it('keeps numbers, also negative ones, as numbers', () => {
    expect(csvCell(-12)).toBe('-12');
    expect(csvCell(-1.5)).toBe('"-1,5"');
  });

  it('keeps the zeros of a code', () => {
    expect(csvCell('001')).toBe('001');
  });

  it('quotes what RFC 4180 wants quoted', () => {
    expect(csvCell('Hà Nội, "Thủ đô"\nVN')).toBe('"Hà Nội, ""Thủ đô""\nVN"');
  });
});

describe('toCsv', () => {
  const sheet: Sheet = {
    title: 'Việt Nam',
    name: 'Kiện toàn',
    asOf: 'Số liệu tính đến ngày 20/02/2017',
    simulated: true,
    columns: [{ header: 'Mã' }, { header: 'Tỷ lệ', format: 'share' }, { header: 'Ngày', format: 'day' }],
    rows: [
      ['01', 0.405, '2017-02-20'],
      ['02', null, null],
    ],
    total: ['Cộng', 0.405, null],
  };

  it('begins with the headers, separates as the language does, and says at the end where it comes from', () => {
    const lines = toCsv(sheet).split('\r\n');
    expect(lines.slice(0, 7)).toEqual([
      '\uFEFFMã;Tỷ lệ;Ngày',
      '01;"40,5%";2017-02-20',
      '02;;',
      'Cộng;"40,5%";',
      '',
      'Việt Nam',
      'Số liệu tính đến ngày 20/02/2017',
    ]);
    expect(lines[7]).toMatch(/^Tệp lập lúc \d\d:\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
    expect(lines.slice(8)).toEqual(['SỐ LIỆU MÔ PHỎNG – không phải số liệu thật', '']);
  });

  it('has commas and decimal points in English', () => {
    language.value = 'en';
    expect(toCsv(sheet)).toContain('\uFEFFMã,Tỷ lệ,Ngày\r\n01,40.5%,2017-02-20\r\n02,,\r\n');
  });
});
