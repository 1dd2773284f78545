import { describe, expect, it } from 'vitest';
import { address } from '../../src/api/http';
import { type Choice, choiceQuery, ownPart, readChoice } from '../../src/table/choice';

const first = { order: { column: 'day', isDescending: false }, groupedBy: 'parent' };
const nothing: Choice = { ...first, sought: '', chosen: {}, isWhole: false };

/** What a table reads from the address that some choices have made. */
function readBack(change: Partial<Choice>, table = 'below.commune'): Choice {
  const made = new URL(address('/', choiceQuery(table, change, first)), 'http://page');
  return readChoice(ownPart(made.searchParams, table), first);
}

describe('what is chosen in a table', () => {
  it('comes back from the address as it was', () => {
    const all: Choice = {
      sought: 'hòa',
      chosen: { 'state.committee': 'consolidated', region: 'Tây Bắc Bộ' },
      groupedBy: 'region',
      order: { column: 'reporting commune', isDescending: true },
      isWhole: true,
    };

    expect(readBack(all)).toEqual(all);
  });

  it('is what it is at first where the address says nothing', () => {
    expect(readChoice('', first)).toEqual(nothing);
  });

  it('leaves the address alone when it is as at first, and says so when groups or order are given up', () => {
    expect(address('/', choiceQuery('t', { ...nothing }, first))).not.toContain('?');
    expect(readBack({ groupedBy: '' }).groupedBy).toBe('');
    expect(readBack({ order: { column: 'day', isDescending: true } }).order.isDescending).toBe(true);
  });

  it('is of one table only', () => {
    const address = new URLSearchParams('below.commune.q=hoa&outstanding.commune.q=an&q=x');

    expect(readChoice(ownPart(address, 'outstanding.commune'), first)).toEqual({ ...nothing, sought: 'an' });
  });
});
