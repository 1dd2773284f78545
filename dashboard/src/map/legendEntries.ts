import type { Catalogue } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number, percentBound } from '../format/format';
import { t } from '../text/text';
import type { Reading } from '../units/reading';
import { stateLabel, toneOf } from '../units/states';
import type { Selection } from '../units/useSelection';
import { type Scale, shareScale } from './classes';
import type { Shade } from './shade';

/** One way in which tiles are drawn, and what it means. */
export interface LegendEntry {
  shade: Shade;
  text: string;
}

/** What the colours and patterns of the tiles mean. */
export function legendEntries(props: {
  catalogue: Catalogue;
  selection: Selection;
  readings: readonly (Reading | undefined)[];
  shades: readonly Shade[];
  scale: Scale;
}): LegendEntry[] {
  const { catalogue, selection, readings, shades, scale } = props;
  const kind = readings.find((reading) => reading !== undefined)?.kind;
  const { indicator } = selection;
  if (kind === 'state') {
    const states = [...(findIndicator(catalogue, indicator)?.states ?? []), 'unreported'];
    return states.map((state) => ({
      shade: `tone-${toneOf(catalogue, indicator, state)}`,
      text: stateLabel(catalogue, indicator, state),
    }));
  }
  const blank = shades.includes('blank') ? [{ shade: 'blank' as const, text: t('map.blank') }] : [];
  return [
    ...(kind === 'amount' ? scale : shareScale).starts.map((start, index, starts) => {
      const from = kind === 'amount' ? number(start) : percentBound(start);
      const end = starts[index + 1];
      const below = end === undefined ? undefined : kind === 'amount' ? number(end) : percentBound(end);
      return {
        shade: `class-${index + 1}` as const,
        text: below === undefined ? t('map.atLeast', { from }) : t('map.between', { from, below }),
      };
    }),
    ...blank,
  ];
}
