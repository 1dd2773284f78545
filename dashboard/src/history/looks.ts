import type { Catalogue } from '../api/contract';
import { t } from '../text/text';
import type { Line } from './lines';
import { type Subject, subjectLabel } from './subject';

/** How a line is drawn: a colour of the page's, and dashes besides colour (lengths of dash and gap in pixels). */
export interface Look {
  colour: string;
  dash: number[];
}

/** How each line is drawn. */
export const looks: Record<Line['name'], Look> = {
  complete: { colour: '--complete', dash: [] },
  safe: { colour: '--complete', dash: [] },
  distinct: { colour: '--complete', dash: [] },
  total: { colour: '--link', dash: [8, 5] },
  sites: { colour: '--link', dash: [8, 5] },
  groups: { colour: '--simulated', dash: [2, 4] },
};

/** What a line shows, in the language chosen. */
export function lineLabel(catalogue: Catalogue, subject: Subject, name: Line['name']): string {
  if (name === 'safe') return t('counts.safe');
  if (name === 'distinct' || name === 'sites' || name === 'groups') return t(`models.${name}`);
  return name === 'total' && subject.level !== null ? t('history.units') : subjectLabel(catalogue, subject);
}
