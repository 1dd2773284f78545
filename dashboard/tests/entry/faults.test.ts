import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/api/http';
import { faultsAt } from '../../src/entry/faults';
import { fieldsOf } from '../../src/entry/fields';
import { catalogue, draftOf } from './samples';

const model = (name: string) => ({ isNew: true, name, kinds: [], sites: '1', groups: '' });
const draft = draftOf({ models: [model('Đang có'), model('Tổ hòa giải')] });
const labelled = {
  ...catalogue,
  indicators: catalogue.indicators.map((one) => ({ ...one, label: { vi: `«${one.id}»`, en: '' } })),
};

function at(pointer: string, message = 'sai'): [string, string][] {
  const problem = new ApiError({ status: 422, title: '', errors: [{ pointer, code: 'x', message }] });
  // Only one of the draft's models was sent.
  const models = [{ name: 'Tổ hoà giải', kinds: [], sites: 1, groups: 0 }];
  const report = { unit: '1', idempotencyKey: '1', effectiveOn: '2024-01-05', models };
  return [...faultsAt(problem, { reports: [report] }, draft, labelled)];
}

describe('a fault that the silo finds', () => {
  it.each([
    ['/reports/0/counts/agencies', 'counts/agencies'],
    ['/reports/0/statuses/committee', 'statuses/committee'],
    ['/reports/0/declared/models', 'declared/models'],
    ['/reports/0/effectiveOn', 'effectiveOn'],
    ['/reports/0/note', 'note'],
    ['/reports/0/models/0/sites', 'models/1/sites'],
    ['/reports/0/models/0/kinds/2', 'models/1/name'],
    ['/reports/0/models', ''],
    ['/reports/0/unit', ''],
    ['/edition', ''],
  ])('at %s is one of the field “%s”', (pointer, field) => expect(at(pointer)).toEqual([[field, 'sai']]));

  it('names indicators as people call them', () =>
    expect(
      at('/reports/0/counts/safe-agencies', 'Trường counts/safe-agencies: safe-agencies là 5, lớn hơn agencies là 3.'),
    ).toEqual([['counts/safe-agencies', '«safe-agencies»: «safe-agencies» là 5, lớn hơn «agencies» là 3.']]));
});

describe('the fields of a unit', () => {
  it('are those of its level, parts beside their wholes', () => {
    const { statuses, counts } = fieldsOf(catalogue, 'commune');
    expect(statuses.map(({ id }) => id)).toEqual(['committee']);
    expect(counts.map(({ whole, parts }) => [whole.id, ...parts.map(({ id }) => id)])).toEqual([
      ['agencies', 'safe-agencies'],
    ]);
  });
});
