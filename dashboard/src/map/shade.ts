import type { Catalogue } from '../api/contract';
import { figureOf, type Reading } from '../units/reading';
import { type StateTone, toneOf } from '../units/states';
import { classOf } from './classes';

/** How a tile is drawn: as a state, as one of five classes, or as one without a figure. Each has colour and pattern. */
export type Shade = `tone-${StateTone}` | `class-${number}` | 'blank';

/** The shade of a reading. `limits`: those between the classes of the figures shown. */
export function shadeOf(
  catalogue: Catalogue,
  indicator: string,
  reading: Reading | undefined,
  limits: readonly number[],
): Shade {
  if (reading?.kind === 'state') return `tone-${toneOf(catalogue, indicator, reading.state)}`;
  const figure = figureOf(reading);
  return figure === null ? 'blank' : `class-${classOf(figure, limits)}`;
}
