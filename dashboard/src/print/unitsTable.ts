import type { RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number, percent } from '../format/format';
import { labelText, t } from '../text/text';
import { indicatorName } from '../units/selectionText';
import { toneOf } from '../units/states';
import type { UnitView } from '../units/UnitFrame';
import { marks } from './marks';
import type { PaperTable } from './paper';

/** The units below, one a row: their states by sign, their models, how far down they have reported; and what they come to. */
export function unitsTable({ rollUp, catalogue }: UnitView, children: readonly RollUp[]): PaperTable {
  const [level, ...lower] = Object.keys(rollUp.reporting);
  const indicators = rollUp.headlines.filter((headline) => headline.level === level).map((one) => one.indicator);
  const complete = (indicator: string) =>
    children.filter((child) => child.statuses[indicator]?.own === findIndicator(catalogue, indicator)?.complete).length;
  const sum = (of: (child: RollUp) => number | undefined) => children.reduce((all, child) => all + (of(child) ?? 0), 0);
  const reportedText = (lowest: string, units: readonly RollUp[]) => {
    const [reported, total] = (['reported', 'total'] as const).map((name) =>
      units.reduce((all, unit) => all + (unit.reporting[lowest]?.[name] ?? 0), 0),
    ) as [number, number];
    return partText(reported, total);
  };
  return {
    kind: 'table',
    caption: t('print.table', { unit: rollUp.name }),
    headers: [
      t('print.row'),
      t('compare.unit'),
      ...indicators.map((indicator) => indicatorName(catalogue, indicator)),
      t('models.distinct'),
      t('models.sites'),
      ...lower.map((one) => t('print.reportedAt', { level: labelText(catalogue.levelLabels[one]).toLowerCase() })),
    ],
    rows: children.map((child, index) => [
      String(index + 1),
      child.name,
      ...indicators.map((indicator) => marks[toneOf(catalogue, indicator, child.statuses[indicator]?.own ?? null)]),
      number(child.models.distinct),
      number(child.models.sites),
      ...lower.map((one) => reportedText(one, [child])),
    ]),
    total: [
      '',
      t('table.total'),
      ...indicators.map((indicator) => partText(complete(indicator), children.length)),
      // A model that several units have is one model: distinct ones do not add up.
      '',
      number(sum((child) => child.models.sites)),
      ...lower.map((one) => reportedText(one, children)),
    ],
  };
}

function partText(part: number, whole: number): string {
  return `${number(part)}/${number(whole)} (${percent(part, whole)})`;
}
