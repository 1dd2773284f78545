import type { Catalogue, RollUp } from '../api/contract';
import { capital, labelText, t } from '../text/text';
import { headlineLabel, sameHeadline } from '../units/headline';
import { indicatorName } from '../units/selectionText';

/** A figure on one side of a comparison; `whole`: what it is a part of. */
export interface ComparedFigure {
  value: number;
  whole?: number;
}

/** One line of a comparison. */
export interface ComparedRow {
  label: string;
  before: ComparedFigure;
  after: ComparedFigure;
}

/** The lines that belong together: those of one level, the counts, the models. */
export interface ComparedGroup {
  label: string;
  rows: ComparedRow[];
}

/** Every figure of a unit at two dates: headlines and reporting of each level, counts with what is safe, models. */
export function comparedGroups(before: RollUp, after: RollUp, catalogue: Catalogue): ComparedGroup[] {
  const row = (label: string, figure: (rollUp: RollUp) => ComparedFigure): ComparedRow => ({
    label,
    before: figure(before),
    after: figure(after),
  });
  const levels = Object.keys(after.reporting).map((level) => ({
    label: labelText(catalogue.levelLabels[level]),
    rows: [
      ...after.headlines
        .filter((headline) => headline.level === level)
        .map((headline) =>
          row(capital(headlineLabel(headline, catalogue)), (rollUp) => {
            const same = sameHeadline(rollUp, headline);
            return { value: same?.complete ?? 0, whole: same?.total ?? 0 };
          }),
        ),
      row(t('reporting'), ({ reporting }) => ({
        value: reporting[level]?.reported ?? 0,
        whole: reporting[level]?.total ?? 0,
      })),
    ],
  }));
  const counts = catalogue.indicators
    .filter((one) => one.type === 'count')
    .map(({ id, of }) =>
      row(indicatorName(catalogue, id), ({ counts }) => ({
        value: counts[id]?.total ?? 0,
        ...(of !== null && { whole: counts[of]?.total ?? 0 }),
      })),
    );
  const models = (['distinct', 'sites', 'groups'] as const).map((name) =>
    row(t(`models.${name}`), (rollUp) => ({ value: rollUp.models[name] })),
  );
  return [...levels, { label: t('counts'), rows: counts }, { label: t('models'), rows: models }];
}
