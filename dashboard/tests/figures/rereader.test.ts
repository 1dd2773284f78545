import { expect, it } from 'vitest';
import { Rereader } from '../../src/figures/rereader';

it('reads once more what failed, one reading at a time', async () => {
  const told: unknown[] = [];
  let readings = 0;
  const reader = new Rereader(
    async () => {
      if (++readings === 1) throw new Error('no line');
      return readings;
    },
    (value, problem) => told.push(value ?? (problem as Error).message),
  );

  reader.again();
  reader.ask('1');
  reader.again();
  await settled();
  expect(told).toEqual(['no line']);

  reader.again();
  reader.again();
  await settled();
  expect(told).toEqual(['no line', 2]);
});

/** After everything that waits for nothing but promises. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
