import type { Catalogue, Level, RollUp } from '../api/contract';
import { t } from '../text/text';
import { selectionName } from '../units/selectionText';

/** What a history is of: a status indicator at a level, a count (`level` null), or `models`. */
export interface Subject {
  indicator: string;
  level: Level | null;
}

/** The subject that is no indicator of the catalogue. */
export const models = 'models';

/** Everything that a unit has a history of: statuses at the levels below it, counts but not their parts, models. */
export function subjectsOf(rollUp: RollUp, catalogue: Catalogue): Subject[] {
  return [
    ...rollUp.headlines.map(({ indicator, level }) => ({ indicator, level })),
    ...catalogue.indicators
      .filter((one) => one.type === 'count' && one.of === null)
      .map((one) => ({ indicator: one.id, level: null })),
    { indicator: models, level: null },
  ];
}

/** The subject that an address asks for, or the nearest to it. */
export function findSubject(
  subjects: readonly Subject[],
  indicator: string | null,
  level: string | null,
): Subject | undefined {
  const same = subjects.filter((subject) => subject.indicator === indicator);
  return same.find((subject) => subject.level === level) ?? same[0] ?? subjects[0];
}

/** The count that is part of a count: the safe ones among the agencies; null when there is none. */
export function partOf(catalogue: Catalogue, indicator: string): string | null {
  return catalogue.indicators.find((one) => one.of === indicator)?.id ?? null;
}

/** The name of a subject in the language chosen: `Kiện toàn – Cấp tỉnh`. */
export function subjectLabel(catalogue: Catalogue, { indicator, level }: Subject): string {
  return indicator === models ? t('models') : selectionName(catalogue, { indicator, level: level ?? '' });
}
