import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/entry/checks';
import type { Draft } from '../../src/entry/draft';
import type { Judged } from '../../src/entry/rules';
import { catalogue, draftOf, standingAfter } from './samples';

const standing = standingAfter({ counts: { agencies: 10 }, statuses: { committee: 'consolidated' } });
const province = { level: 'province', counts: { agencies: { own: 10, total: 40 } } };
const commune = { level: 'commune', counts: {} };

function found(draft: Partial<Draft>, unit: Judged['unit'] = province): Record<string, string> {
  const findings = findingsOf(draftOf(draft), standing, catalogue, unit);
  return Object.fromEntries([...findings].map(([field, { code, severity }]) => [field, `${severity} ${code}`]));
}

const counts = (agencies: string, safe: string) => ({
  figures: { 'counts/agencies': agencies, 'counts/safe-agencies': safe } as const,
});

describe('what can be told while somebody types', () => {
  it('is nothing of what is right', () => expect(found(counts('12', '12'))).toEqual({}));

  it('is a figure that is none, or too great', () =>
    expect(found(counts('1.2', '1.000.000.001'))).toEqual({
      'counts/agencies': 'error not-whole',
      'counts/safe-agencies': 'error out-of-range',
    }));

  it('is a part over its whole, at the one that was typed', () => {
    expect(found(counts('12', '13'))).toEqual({ 'counts/safe-agencies': 'error over-denominator' });
    expect(found(counts('', '11'))).toEqual({ 'counts/safe-agencies': 'error over-denominator' });
    const after = standingAfter({ counts: { agencies: 10, 'safe-agencies': 9 } });
    expect([...findingsOf(draftOf(counts('8', '')), after, catalogue, province).keys()]).toEqual(['counts/agencies']);
    expect([
      ...findingsOf(draftOf({}), standingAfter({ counts: { 'safe-agencies': 9 } }), catalogue, province),
    ]).toEqual([]);
  });

  it('is a jump beyond what the catalogue allows, and from where it looks', () => {
    expect(found(counts('100', ''))).toEqual({});
    expect(found(counts('101', ''))).toEqual({ 'counts/agencies': 'warning jump' });
    const little = standingAfter({ counts: { agencies: 4 } });
    expect([...findingsOf(draftOf(counts('1000', '')), little, catalogue, province)]).toEqual([]);
  });

  it('is the total of what lies below, without the unit itself or with it', () => {
    expect(found(counts('30', ''))).toEqual({ 'counts/agencies': 'error same-as-below' });
    expect(found(counts('40', ''))).toEqual({ 'counts/agencies': 'error same-as-below' });
    expect(found(counts('31', ''))).toEqual({});
    expect(found(counts('30', ''), commune)).toEqual({});
  });

  it('is more than is usual at the level of the unit', () => {
    expect(found(counts('91', ''), commune)).toEqual({ 'counts/agencies': 'warning ceiling' });
    expect(found(counts('91', ''))).toEqual({});
  });

  it('is a status that goes back', () =>
    expect(found({ figures: { 'statuses/committee': 'not-started' } })).toEqual({
      'statuses/committee': 'warning reversal',
    }));

  it('is a day before the first one, or to come', () => {
    expect(found({ effectiveOn: '1999-12-31' })).toEqual({ effectiveOn: 'error day' });
    expect(found({ effectiveOn: '' })).toEqual({ effectiveOn: 'error day' });
    expect(found({ effectiveOn: '9999-01-01' })).toEqual({ effectiveOn: 'error day' });
  });

  it('is a model without a name or sites, and one that is there twice', () => {
    const model = { isNew: true, name: 'Hòa giải', kinds: [], sites: '1', groups: '' };
    expect(found({ models: [model, { ...model, name: 'hoà  giải' }, { ...model, name: ' ', sites: '' }] })).toEqual({
      'models/1/name': 'error model-twice',
      'models/2/name': 'error empty',
      'models/2/sites': 'error empty',
    });
  });
});
