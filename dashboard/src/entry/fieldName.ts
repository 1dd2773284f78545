import { findIndicator } from '../figures/useCatalogue';
import { labelText, t } from '../text/text';
import type { Entry } from './useEntry';

/** What people call a field. */
export function fieldName({ catalogue, draft }: Entry, field: string): string {
  const [folder, name = ''] = field.split('/');
  if (folder === 'models') return draft.models[Number(name)]?.name.trim() || t('entry.models.new');
  if (folder === 'declared') return t('own.declared');
  if (folder === 'effectiveOn') return t('entry.day');
  return folder === 'note' ? t('entry.note') : labelText(findIndicator(catalogue, name)?.label);
}
