import { describe, expect, it } from 'vitest';
import type { Catalogue, LedgerRow } from '../../src/api/contract';
import { Fates } from '../../src/sent/fates';

const live = { asOf: undefined, knownAt: undefined };
const catalogue = { indicators: [], modelKindLabels: {} } as unknown as Catalogue;
const model = (name: string, sites: number) => ({ name, kinds: [], sites, groups: 0 });

function row(sequence: number, day: number, more: Partial<LedgerRow>): LedgerRow {
  return {
    sequence,
    effectiveOn: `2024-01-0${day}`,
    recordedAt: `2024-02-01T00:00:0${sequence}Z`,
    reporter: 'key',
    idempotencyKey: `${sequence}`,
    counts: {},
    models: [],
    statuses: {},
    declared: {},
    note: null,
    withdraws: null,
    withdrawnBy: null,
    ...more,
  };
}

const rows = [
  row(6, 6, { withdraws: 5 }),
  row(5, 5, { counts: { agencies: 9 } }),
  row(4, 1, { counts: { schools: 4 }, models: [model('HOÀ giải  cơ sở', 1)] }),
  row(3, 2, { counts: { agencies: 3 } }),
  row(2, 2, { counts: { agencies: 2, schools: 2 } }),
  row(1, 1, { counts: { agencies: 1 }, models: [model('Hòa giải cơ sở', 2)] }),
];

const told = (sequence: number, dates = {}) =>
  new Fates(rows, catalogue, { ...live, ...dates })
    .of(rows.find((one) => one.sequence === sequence) as LedgerRow)
    .map(({ statement, fate, by }) => `${statement.key} ${fate}${by === null ? '' : ` ${by.sequence}`}`);

describe('what became of a report', () => {
  it('is told figure by figure: corrected on its day, and the rest stands', () =>
    expect(told(2)).toEqual(['count agencies corrected 3', 'count schools stands']));

  it('is that a later day has another figure, also where that was reported earlier', () =>
    expect(told(4)[0]).toBe('count schools overtaken 2'));

  it('is that it was withdrawn, and what it had replaced stands again', () => {
    expect(told(5)).toEqual(['count agencies withdrawn 6']);
    expect(told(3)).toEqual(['count agencies stands']);
  });

  it('holds two spellings of a model to be one', () => expect(told(1)[1]).toMatch(/^model .* corrected 4$/));

  it('is what was known at an instant, and of what had been reported by then', () => {
    const dates = { knownAt: '2024-02-01T00:00:05Z' };
    expect(told(5, dates)).toEqual(['count agencies stands']);
    expect(told(3, dates)).toEqual(['count agencies overtaken 5']);
    expect(new Fates(rows, catalogue, { ...live, ...dates }).rows.map(({ sequence }) => sequence)).toEqual([
      5, 4, 3, 2, 1,
    ]);
  });

  it('leaves out what a day does not know yet', () =>
    expect(new Fates(rows, catalogue, { ...live, asOf: '2024-01-01' }).rows.map(({ sequence }) => sequence)).toEqual([
      6, 4, 1,
    ]));

  it('names what stands instead when it is taken back', () => {
    const fates = new Fates(rows, catalogue, live);
    const instead = (sequence: number) =>
      fates
        .of(rows.find((one) => one.sequence === sequence) as LedgerRow)
        .map(({ statement }) => fates.instead(statement)?.text);
    expect(instead(3)).toEqual(['2']);
    expect(instead(2)).toEqual(['3', '4']);
  });
});
