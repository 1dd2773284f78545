import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/api/contract';
import { statedTexts } from '../../src/units/stated';

const label = (vi: string) => ({ vi, en: vi });

const catalogue = {
  indicators: [
    { id: 'committee', label: label('kiện toàn'), stateLabels: { consolidated: label('Đã kiện toàn') } },
    { id: 'agencies', label: label('Cơ quan, đơn vị'), stateLabels: {} },
  ],
  modelKindLabels: { other: label('Khác') },
} as unknown as Catalogue;

describe('what a report states', () => {
  it('is told by the labels of the catalogue, with the figures as one reads them', () =>
    expect(
      statedTexts(
        {
          statuses: { committee: 'consolidated' },
          counts: { agencies: 1200 },
          declared: { models: 3 },
          models: [{ name: 'Camera an ninh', kinds: ['other'], sites: 2, groups: 1 }],
        },
        catalogue,
      ).map(({ name, text }) => `${name}: ${text}`),
    ).toEqual([
      'kiện toàn: Đã kiện toàn',
      'Cơ quan, đơn vị: 1.200',
      'Số mô hình đơn vị tự khai (toàn địa bàn): 3',
      'Mô hình: Camera an ninh: 2 điểm, 1 tổ, Khác',
    ]));

  it('is the name of the interface where the catalogue does not know it any more', () =>
    expect(statedTexts({ statuses: { gone: 'done' }, counts: { old: 0 } }, catalogue)).toEqual([
      { key: 'status gone', name: 'gone', text: 'done' },
      { key: 'count old', name: 'old', text: '0' },
    ]));
});
