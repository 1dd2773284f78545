import type { Catalogue, Level, RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';

/** One figure of a slide. */
export interface WallFigure {
  /** A status indicator, or `reporting`. */
  indicator: string;
  complete: number;
  total: number;
  /** By name, the units that are not complete; null where a slide does not name them. */
  left: string[] | null;
}

/** What is on the screen at once: a unit's figures at one level, or those of the units of one region. */
export interface Slide {
  /** The region; null: the whole unit. */
  region: string | null;
  level: Level;
  figures: WallFigure[];
}

/**
 * The slides of a unit: one a level below it, then one a region of the units directly below it.
 * @param children The units directly below; undefined while they are not known: then nobody is named.
 */
export function slidesOf(rollUp: RollUp, children: readonly RollUp[] | undefined, catalogue: Catalogue): Slide[] {
  const levels = Object.keys(rollUp.reporting);
  const [nearest] = levels;
  if (nearest === undefined) return [];
  const indicators = rollUp.headlines.filter((headline) => headline.level === nearest).map((one) => one.indicator);
  const whole = levels.map((level) =>
    levelSlide(rollUp, level, level === nearest ? (children ?? null) : null, catalogue),
  );
  const regions = [...new Set((children ?? []).map((child) => child.region))].filter((region) => region !== null);
  return [
    ...whole,
    ...regions.map((region) => {
      const units = (children ?? []).filter((child) => child.region === region);
      const figures = indicators.map((indicator) => unitsFigure(units, indicator, catalogue));
      return { region, level: nearest, figures };
    }),
  ];
}

function levelSlide(rollUp: RollUp, level: Level, units: readonly RollUp[] | null, catalogue: Catalogue): Slide {
  const figures: WallFigure[] = rollUp.headlines
    .filter((headline) => headline.level === level)
    .map(({ indicator, complete, total }) => ({
      indicator,
      complete,
      total,
      left: units && unitsFigure(units, indicator, catalogue).left,
    }));
  const { reported, total } = rollUp.reporting[level] ?? { reported: 0, total: 0 };
  return {
    region: null,
    level,
    figures: [...figures, { indicator: 'reporting', complete: reported, total, left: null }],
  };
}

function unitsFigure(units: readonly RollUp[], indicator: string, catalogue: Catalogue): WallFigure {
  const complete = findIndicator(catalogue, indicator)?.complete;
  const left = units.filter((unit) => unit.statuses[indicator]?.own !== complete).map((unit) => unit.name);
  return { indicator, complete: units.length - left.length, total: units.length, left };
}
