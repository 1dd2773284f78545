import { expect, it } from 'vitest';
import type { RollUp } from '../../src/api/contract';
import { outstandingIn } from '../../src/units/useOutstanding';

const rollUp = {
  headlines: [{ indicator: 'committee', level: 'province', complete: 62, total: 63 }],
  reporting: { province: { reported: 60, total: 63 } },
} as unknown as RollUp;

it('counts the units that are left from the roll-up, without their list', () => {
  expect(outstandingIn(rollUp, { indicator: 'committee', level: 'province' })).toBe(1);
  expect(outstandingIn(rollUp, { indicator: 'reporting', level: 'province' })).toBe(3);
  expect(outstandingIn(rollUp, { indicator: 'committee', level: 'commune' })).toBe(0);
});
