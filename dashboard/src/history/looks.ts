import type { Catalogue } from '../api/contract';
import { t } from '../text/text';
import type { HistoryColumn } from './columns';
import type { Line } from './lines';
import { type Subject, subjectLabel } from './subject';

/** How a line is drawn: a colour of the page's, and dashes besides colour (lengths of dash and gap in pixels). */
export interface Look {
  colour: string;
  dash: number[];
}

const first: Look = { colour: '--complete', dash: [] };

/** How each line is drawn: the second one in a chart by dashes. */
export const looks: Record<HistoryColumn['name'], Look> = {
  share: first,
  complete: first,
  safe: first,
  total: first,
  distinct: first,
  sites: first,
  groups: { colour: '--link', dash: [8, 5] },
};

/** What a line shows, in the language chosen. */
export function lineLabel(catalogue: Catalogue, subject: Subject, name: Line['name']): string {
  if (name === 'safe') return t('counts.safe');
  if (name === 'distinct' || name === 'sites' || name === 'groups') return t(`models.${name}`);
  return name === 'total' && subject.level !== null ? t('history.units') : subjectLabel(catalogue, subject);
}
