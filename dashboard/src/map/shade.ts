import type { Catalogue } from '../api/contract';
import type { Reading } from '../units/reading';
import { shareOf } from '../units/reading';
import { type StateTone, toneOf } from '../units/states';
import { classOf, type Scale, shareScale } from './classes';

/** How a tile is drawn: as a state, as one of five classes, or as one without a figure. Each has colour and pattern. */
export type Shade = `tone-${StateTone}` | `class-${number}` | 'blank';

/** The shade of a reading. `scale`: that of the amounts shown. */
export function shadeOf(catalogue: Catalogue, indicator: string, reading: Reading | undefined, scale: Scale): Shade {
  if (reading?.kind === 'state') return `tone-${toneOf(catalogue, indicator, reading.state)}`;
  if (reading?.kind === 'amount') return `class-${classOf(reading.amount, scale)}`;
  const share = shareOf(reading);
  return share === null ? 'blank' : `class-${classOf(share, shareScale)}`;
}
