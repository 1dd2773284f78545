import type { Catalogue } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number, percentBound } from '../format/format';
import { t } from '../text/text';
import { figureOf, type Reading } from '../units/reading';
import { stateLabel, toneOf } from '../units/states';
import { classAt, classOf } from './classes';
import type { Shade } from './shade';

/** One way in which tiles are drawn, and what it means. */
export interface LegendEntry {
  shade: Shade;
  text: string;
}

/** What the colours and patterns of the tiles mean. */
export function legendEntries(
  catalogue: Catalogue,
  indicator: string,
  readings: readonly (Reading | undefined)[],
  limits: readonly number[],
): LegendEntry[] {
  const kind = readings.find((reading) => reading !== undefined)?.kind;
  if (kind === 'state') {
    const states = [...(findIndicator(catalogue, indicator)?.states ?? []), 'unreported'];
    return states.map((state) => ({
      shade: `tone-${toneOf(catalogue, indicator, state)}`,
      text: stateLabel(catalogue, indicator, state),
    }));
  }
  const figures = readings.map(figureOf);
  const text = (figure: number) => (kind === 'share' ? percentBound(figure / 1000) : number(figure));
  const blank = figures.includes(null) ? [{ shade: 'blank' as const, text: t('map.blank') }] : [];
  return [...classEntries(figures, limits, text), ...blank];
}

function classEntries(
  figures: readonly (number | null)[],
  limits: readonly number[],
  text: (figure: number) => string,
): LegendEntry[] {
  if (limits.length === 0) {
    const only = figures.find((figure) => figure !== null);
    return only == null ? [] : [{ shade: `class-${classOf(only, limits)}`, text: text(only) }];
  }
  return [undefined, ...limits].map((from, index) => ({
    shade: `class-${classAt(index, limits)}`,
    text: rangeText(from, limits[index], text),
  }));
}

function rangeText(from: number | undefined, below: number | undefined, text: (figure: number) => string): string {
  if (from === undefined) return t('map.below', { below: text(below as number) });
  if (below === undefined) return t('map.atLeast', { from: text(from) });
  return t('map.between', { from: text(from), below: text(below) });
}
