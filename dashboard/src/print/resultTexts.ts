import { change, number, percent } from '../format/format';
import { labelText, t } from '../text/text';
import { headlineFigure, headlineLabel } from '../units/headline';
import { indicatorName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';
import type { PaperText } from './paper';

/** The figures of a unit and all below it in sentences: each level, what is counted, models. */
export function resultTexts({ rollUp, catalogue }: UnitView): PaperText[] {
  const levels = Object.entries(rollUp.reporting).map(([level, { reported, total }]) => {
    const figures = rollUp.headlines
      .filter((headline) => headline.level === level)
      .map(
        (headline) =>
          `${headlineFigure(headline)} (${percent(headline.complete, headline.total)}) ${headlineLabel(headline, catalogue)}`,
      )
      .concat(
        t('print.reported', { reported: number(reported), total: number(total), share: percent(reported, total) }),
      );
    return `${labelText(catalogue.levelLabels[level])}: ${figures.join('; ')}.`;
  });
  const counts = catalogue.indicators
    .filter((one) => one.type === 'count' && one.of === null)
    .map(({ id }) => {
      const total = rollUp.counts[id]?.total ?? 0;
      const part = catalogue.indicators.find((one) => one.of === id);
      const text = `${indicatorName(catalogue, id)}: ${number(total)}`;
      if (part === undefined) return text;
      const safe = rollUp.counts[part.id]?.total ?? 0;
      return t('print.safe', { text, safe: number(safe), share: percent(safe, total) });
    });
  return [...levels, `${counts.join('; ')}.`, modelsText(rollUp)].map((text) => ({ kind: 'text', text }));
}

function modelsText({ models: { distinct, sites, groups }, declared: { models } }: UnitView['rollUp']): string {
  const text = t('print.models', { distinct: number(distinct), sites: number(sites), groups: number(groups) });
  if (models === undefined) return text;
  return `${text} ${t('print.declared', { declared: number(models), difference: change(distinct - models) })}`;
}
