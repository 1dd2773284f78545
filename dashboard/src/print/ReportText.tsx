import { change, number, percent } from '../format/format';
import { labelText, t } from '../text/text';
import { headlineFigure, headlineLabel } from '../units/headline';
import { indicatorName } from '../units/selectionText';
import type { UnitView } from '../units/UnitFrame';

/** The figures of the unit in sentences: each level, what is counted, models. */
export function ReportText({ rollUp, catalogue }: UnitView) {
  const wholes = catalogue.indicators.filter((one) => one.type === 'count' && one.of === null);
  const { distinct, sites, groups } = rollUp.models;
  const declared = rollUp.declared.models;
  return (
    <>
      {Object.entries(rollUp.reporting).map(([level, { reported, total }]) => (
        <p key={level}>
          {labelText(catalogue.levelLabels[level])}:{' '}
          {rollUp.headlines
            .filter((headline) => headline.level === level)
            .map((headline) => `${headlineFigure(headline)} ${headlineLabel(headline, catalogue)}`)
            .concat(t('print.reported', { reported: number(reported), total: number(total) }))
            .join('; ')}
          .
        </p>
      ))}
      <p>
        {wholes
          .map(({ id }) => {
            const total = rollUp.counts[id]?.total ?? 0;
            const part = catalogue.indicators.find((one) => one.of === id);
            const text = `${indicatorName(catalogue, id)}: ${number(total)}`;
            if (part === undefined) return text;
            const safe = rollUp.counts[part.id]?.total ?? 0;
            return t('print.safe', { text, safe: number(safe), share: percent(safe, total) });
          })
          .join('; ')}
        .
      </p>
      <p>
        {t('print.models', { distinct: number(distinct), sites: number(sites), groups: number(groups) })}
        {declared !== undefined &&
          ` ${t('print.declared', { declared: number(declared), difference: change(distinct - declared) })}`}
      </p>
    </>
  );
}
