import { expect, it } from 'vitest';
import type { RollUp } from '../../src/api/contract';
import { figureOf, readingOf } from '../../src/units/reading';
import { selected } from '../../src/units/useSelection';

const rollUp = {
  headlines: [
    { indicator: 'committee', level: 'district', complete: 2, total: 30, text: '' },
    { indicator: 'committee', level: 'commune', complete: 41, total: 579, text: '' },
  ],
  statuses: {
    committee: { own: 'consolidated', district: { total: 30, consolidated: 2, unreported: 28 } },
    regulation: { own: null },
  },
  counts: { agencies: { own: 0, total: 40 }, 'safe-agencies': { own: 0, total: 10 } },
  models: { distinct: 5, sites: 424, groups: 210 },
  reporting: { district: { reported: 3, total: 30 }, commune: { reported: 0, total: 0 } },
} as unknown as RollUp;

it("reads a unit's own state where the level is its own, silence as unreported", () => {
  expect(readingOf(rollUp, { indicator: 'committee', level: 'province' }, 'consolidated', null)).toEqual({
    kind: 'state',
    state: 'consolidated',
  });
  expect(readingOf(rollUp, { indicator: 'regulation', level: 'province' }, 'signed', null)).toEqual({
    kind: 'state',
    state: 'unreported',
  });
});

it('reads how many below are complete, have reported, or are safe', () => {
  const of = (indicator: string, level: string, complete: string | null, whole: string | null) =>
    readingOf(rollUp, { indicator, level }, complete, whole);
  expect(of('committee', 'district', 'consolidated', null)).toEqual({ kind: 'share', part: 2, whole: 30 });
  expect(of('reporting', 'district', null, null)).toEqual({ kind: 'share', part: 3, whole: 30 });
  expect(of('safe-agencies', '', null, 'agencies')).toEqual({ kind: 'share', part: 10, whole: 40 });
});

it('reads amounts', () => {
  expect(readingOf(rollUp, { indicator: 'agencies', level: '' }, null, null)).toEqual({ kind: 'amount', amount: 40 });
  expect(readingOf(rollUp, { indicator: 'models', level: '' }, null, null)).toEqual({ kind: 'amount', amount: 424 });
});

it('has nothing to read where an indicator does not apply', () => {
  expect(readingOf(rollUp, { indicator: 'safe-unit', level: 'commune' }, 'recognised', null)).toBeUndefined();
  expect(readingOf(rollUp, { indicator: 'reporting', level: 'province' }, null, null)).toBeUndefined();
});

it('has a figure for a class, and none of nothing', () => {
  expect(figureOf({ kind: 'share', part: 0, whole: 0 })).toBeNull();
  expect(figureOf({ kind: 'share', part: 1, whole: 4 })).toBe(250);
  expect(figureOf({ kind: 'amount', amount: 4 })).toBe(4);
  expect(figureOf({ kind: 'state', state: 'signed' })).toBeNull();
});

it('selects what an address names, or the nearest', () => {
  expect(selected(rollUp, 'committee', 'commune')).toEqual({ indicator: 'committee', level: 'commune' });
  expect(selected(rollUp, 'committee', 'province')).toEqual({ indicator: 'committee', level: 'district' });
  expect(selected(rollUp, 'safe-agencies', 'commune')).toEqual({ indicator: 'safe-agencies', level: '' });
  expect(selected(rollUp, 'models', null)).toEqual({ indicator: 'models', level: '' });
  expect(selected(rollUp, 'reporting', 'district')).toEqual({ indicator: 'reporting', level: 'district' });
  expect(selected(rollUp, null, null)).toEqual({ indicator: 'committee', level: 'district' });
});
