import { expect, it } from 'vitest';
import type { Catalogue, RollUp } from '../../src/api/contract';
import { type PaperSource, paperOf } from '../../src/print/paperOf';

const label = (vi: string) => ({ vi, en: vi });
const catalogue = {
  levelLabels: { district: label('Cấp huyện'), commune: label('Cấp xã') },
  indicators: [
    {
      id: 'committee',
      type: 'status',
      of: null,
      complete: 'consolidated',
      states: ['not-started', 'consolidated'],
      label: label('kiện toàn'),
      stateLabels: { consolidated: label('Đã kiện toàn'), 'not-started': label('Chưa kiện toàn') },
    },
  ],
} as unknown as Catalogue;

const district = (name: string, own: string | null, sites: number, reported: number) =>
  ({
    code: name,
    name,
    models: { distinct: 1, sites, groups: 0 },
    statuses: { committee: { own } },
    reporting: { commune: { reported, total: 4 } },
  }) as unknown as RollUp;

const rollUp = {
  name: 'Tỉnh Quảng Ninh',
  simulated: false,
  declared: {},
  counts: {},
  models: { distinct: 1, sites: 5, groups: 0 },
  headlines: [{ indicator: 'committee', level: 'district', complete: 1, total: 3 }],
  reporting: { district: { reported: 2, total: 3 }, commune: { reported: 3, total: 12 } },
} as unknown as RollUp;

const source: PaperSource = {
  typed: {
    superior: '',
    agency: 'Công an tỉnh Quảng Ninh',
    number: '05/BC-CAT',
    place: 'Quảng Ninh',
    subject: '',
    addressees: 'Bộ Công an',
    authority: 'KT. Giám đốc',
    position: 'Phó Giám đốc',
    recipients: '',
  },
  dated: '2017-03-05',
  view: { rollUp, catalogue, dates: { asOf: '2017-02-20', knownAt: '2017-03-01T00:00:00Z' } },
  asOf: '2017-02-20',
  knownAt: '2017-03-01T00:00:00Z',
  children: [
    district('Hạ Long', 'consolidated', 2, 3),
    district('Cẩm Phả', 'not-started', 3, 0),
    district('Cô Tô', null, 0, 0),
  ],
  own: {
    figures: [{ id: 'committee', kind: 'status', value: 'consolidated', effectiveOn: '2017-02-18', reporter: 'key' }],
    hasReported: true,
    isWhole: true,
  },
};

it('has its own day beside the days of the figures', () => {
  const paper = paperOf(source);
  expect(paper.placeAndDay).toBe('Quảng Ninh, ngày 05 tháng 3 năm 2017');
  expect(paper.blocks[0]?.kind === 'strong' && paper.blocks[0].text).toBe(
    'Số liệu đến hết ngày 20/02/2017, theo báo cáo nhận đến 07:00:00 01/03/2017.',
  );
  expect(paperOf({ ...source, dated: '' }).placeAndDay).toBe('Quảng Ninh, ngày …… tháng …… năm ………');
});

it('signs by authority and leaves the name to be filled in', () => {
  expect(paperOf(source).signature).toEqual(['KT. Giám đốc', 'Phó Giám đốc']);
});

it('goes to whom it is addressed to, and says “as above” only then', () => {
  expect(paperOf(source).recipients).toEqual(['Như trên', 'Lưu: VT']);
  expect(paperOf({ ...source, typed: { ...source.typed, addressees: '' } }).recipients).toEqual(['Lưu: VT']);
});

it('has shares, a total row in which distinct models do not add up, and the unit’s own figures', () => {
  const { blocks } = paperOf(source);
  const texts = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block]));
  expect(texts.filter((one) => one.kind === 'part').map((one) => one.text)).toEqual([
    'I. Kết quả chung',
    'II. Của chính đơn vị',
    'III. Kết quả của các đơn vị trực thuộc',
    'IV. Các đơn vị chưa hoàn thành',
  ]);
  expect(texts.map((one) => one.text)).toContain('Cấp huyện: 1/3 (33,3%) kiện toàn; 2/3 (66,7%) đã báo cáo.');
  const [own, units] = blocks.filter((block) => block.kind === 'table');
  expect(own?.rows).toEqual([['1', 'Kiện toàn', 'Đã kiện toàn', '18/02/2017']]);
  expect(units?.rows[0]).toEqual(['1', 'Hạ Long', 'x', '1', '2', '3/4 (75,0%)']);
  expect(units?.total).toEqual(['', 'Cộng', '1/3 (33,3%)', '', '5', '3/12 (25,0%)']);
});
