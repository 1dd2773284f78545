import type { Catalogue } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number, percent } from '../format/format';
import { capital, labelText, t } from '../text/text';
import type { Reading } from './reading';
import { stateLabel } from './states';
import type { Selection } from './useSelection';

/** The name of an indicator, or of `models` and `reporting`, as a heading. */
export function indicatorName(catalogue: Catalogue, indicator: string): string {
  if (indicator === 'models') return t('models.sites');
  if (indicator === 'reporting') return t('reporting');
  return capital(labelText(findIndicator(catalogue, indicator)?.label));
}

/** What is selected: `Kiện toàn – Cấp tỉnh`. */
export function selectionName(catalogue: Catalogue, { indicator, level }: Selection): string {
  const name = indicatorName(catalogue, indicator);
  return level === '' ? name : `${name} – ${labelText(catalogue.levelLabels[level])}`;
}

/** A reading in words: `Đã kiện toàn`, `12/30 (40%)`, `124`. */
export function readingText(catalogue: Catalogue, indicator: string, reading: Reading | undefined): string {
  if (reading === undefined) return '–';
  if (reading.kind === 'state') return stateLabel(catalogue, indicator, reading.state);
  if (reading.kind === 'amount') return number(reading.amount);
  return `${number(reading.part)}/${number(reading.whole)} (${percent(reading.part, reading.whole)})`;
}
