import { shareOf } from '../format/format';
import type { SheetCell, SheetColumn } from '../takeaway/sheet';
import { t } from '../text/text';

/** The columns of a sheet that one side of a comparison has where its figures are parts of a whole. */
export function sideColumns(title: string): SheetColumn[] {
  return [
    { header: title },
    { header: t('compare.whole', { title }) },
    { header: t('compare.share', { title }), format: 'share' },
  ];
}

/** The cells under them, of a part and its whole; blank of nothing, which was never reported. */
export function sideCells(part: number | null, whole: number | null): SheetCell[] {
  if (part === 0 && whole === 0) return [null, null, null];
  return [part, whole, part === null || whole === null ? null : shareOf(part, whole)];
}
