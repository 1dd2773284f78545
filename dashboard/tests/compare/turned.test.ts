import { expect, it } from 'vitest';
import type { OutstandingUnit } from '../../src/api/contract';
import { turnedUnits } from '../../src/compare/turned';

const units = (...codes: string[]) => codes.map((code) => ({ code }) as OutstandingUnit);

it('tells who left the list of outstanding units and who came to it', () => {
  const { became, fell } = turnedUnits(units('01', '02', '03'), units('02', '04'));
  expect(became.map(({ code }) => code)).toEqual(['01', '03']);
  expect(fell.map(({ code }) => code)).toEqual(['04']);
});
