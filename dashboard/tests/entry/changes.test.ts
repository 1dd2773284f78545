import { describe, expect, it } from 'vitest';
import { changesOf, reportOf } from '../../src/entry/changes';
import type { Draft } from '../../src/entry/draft';
import { draftOf, standingAfter } from './samples';

const camera = { name: 'Camera an ninh', kinds: ['other' as const], sites: 3, groups: 1 };
const typedCamera = { isNew: false, name: 'Camera an ninh', kinds: camera.kinds, sites: '3', groups: '1' };
const standing = standingAfter({
  counts: { agencies: 1234, schools: 0 },
  statuses: { committee: 'consolidated' },
  models: [camera],
});
const sent = (draft: Partial<Draft>) => reportOf('00001', draftOf(draft), changesOf(draftOf(draft), standing));
const nothing = { unit: '00001', idempotencyKey: 'entry-1', effectiveOn: '2024-01-05' };

describe('what is sent of a draft', () => {
  it('is nothing of a blank one', () => expect(sent({})).toEqual(nothing));

  it('is what differs from what stands', () =>
    expect(sent({ figures: { 'counts/agencies': '1.235', 'statuses/committee': 'not-started' } })).toEqual({
      ...nothing,
      counts: { agencies: 1235 },
      statuses: { committee: 'not-started' },
    }));

  it('is zero too, and not what was cleared, what stands or what is no figure', () =>
    expect(
      sent({
        figures: {
          'counts/safe-agencies': '0',
          'counts/agencies': '1.234',
          'counts/schools': ' ',
          'counts/enterprises': '1.2',
          'statuses/programme': '',
          'declared/models': '7',
        },
      }),
    ).toEqual({ ...nothing, counts: { 'safe-agencies': 0 }, declared: { models: 7 } }));

  it('is what stands, where it is to be stated anew', () =>
    expect(
      sent({
        figures: { 'counts/schools': '0' },
        models: [typedCamera],
        same: ['counts/schools', 'models/camera an ninh'],
      }),
    ).toEqual({ ...nothing, counts: { schools: 0 }, models: [camera] }));

  it('is a model that is new, changed or taken away, whole', () =>
    expect(
      sent({
        note: ' Tháng này ',
        models: [
          { ...typedCamera, name: 'camera  AN ninh', sites: '0' },
          { isNew: true, name: 'Tổ liên gia', kinds: [], sites: '1.000', groups: '' },
          { isNew: true, name: 'Không có', kinds: [], sites: '0', groups: '0' },
          { isNew: true, name: 'Nửa chừng', kinds: [], sites: '', groups: '2' },
        ],
      }),
    ).toEqual({
      ...nothing,
      note: 'Tháng này',
      models: [
        { name: 'camera  AN ninh', kinds: ['other'], sites: 0, groups: 1 },
        { name: 'Tổ liên gia', kinds: [], sites: 1000, groups: 0 },
      ],
    }));

  it('is not a model as it stands', () => expect(sent({ models: [typedCamera] })).toEqual(nothing));

  it('never is more than was typed, and always changes something', () => {
    const texts = ['', '0', '1234', '1.234', 'x'];
    for (let round = 0; round < texts.length ** 3; round++) {
      const text = (place: number) => texts[Math.floor(round / texts.length ** place) % texts.length] ?? '';
      const figures = { 'counts/agencies': text(0), 'counts/schools': text(1), 'counts/enterprises': text(2) };
      for (const [id, value] of Object.entries(sent({ figures }).counts ?? {})) {
        expect(figures[`counts/${id}` as keyof typeof figures]).not.toBe('');
        expect(standing.figures.get(`counts/${id}`)?.value).not.toBe(value);
      }
    }
  });
});
