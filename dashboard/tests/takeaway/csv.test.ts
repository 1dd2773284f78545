import { describe, expect, it } from 'vitest';
import { csvCell, toCsv } from '../../src/takeaway/csv';

describe('csvCell', () => {
  it.each(['=1+1', '+84', '-1', '@sum', '\tx', '\rx'])('takes the formula out of %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
  });

  it.each([',', ';', '\t', '|'])(
    'takes the formula out behind %j, which another list separator makes the end of a cell',
    (separator) => {
      expect(csvCell(`Tổ an ninh${separator}=HYPERLINK(A1)${separator} "+84"`)).not.toMatch(/(^|[,;\t|])[\s"]*[=+]/);
    },
  );

  it('keeps numbers, also negative ones, as numbers', () => {
    expect(csvCell(-12)).toBe('-12');
  });

  it('keeps the zeros of a code', () => {
    expect(csvCell('001')).toBe('001');
  });

  it('quotes what RFC 4180 wants quoted', () => {
    expect(csvCell('Hà Nội, "Thủ đô"\nVN')).toBe('"Hà Nội, ""Thủ đô""\nVN"');
  });
});

describe('toCsv', () => {
  it('begins with a byte order mark, title, date and the mark of simulated figures', () => {
    const csv = toCsv({
      title: 'Việt Nam',
      asOf: 'Số liệu tính đến ngày 20/02/2017',
      simulated: true,
      headers: ['Mã', 'Kiện toàn'],
      rows: [
        ['01', 3],
        ['02', null],
      ],
    });
    expect(csv).toBe(
      '\uFEFFViệt Nam\r\nSố liệu tính đến ngày 20/02/2017\r\nSỐ LIỆU MÔ PHỎNG – không phải số liệu thật\r\n\r\n' +
        'Mã,Kiện toàn\r\n01,3\r\n02,\r\n',
    );
  });
});
