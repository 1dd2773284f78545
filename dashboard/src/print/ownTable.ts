import type { Catalogue } from '../api/contract';
import { day } from '../format/format';
import { capital, t } from '../text/text';
import type { Standing } from '../units/standing';
import { figureName, figureText } from '../units/stated';
import type { PaperTable } from './paper';

/** What a unit itself has reported, one figure a row, with the day that it speaks of. */
export function ownTable(figures: readonly Standing[], catalogue: Catalogue): PaperTable {
  return {
    kind: 'table',
    caption: t('print.own'),
    headers: [t('print.row'), t('own.what'), t('own.value'), t('own.day')],
    rows: figures.map((one, index) => [
      String(index + 1),
      capital(figureName(one, catalogue)),
      figureText(one, catalogue),
      day(one.effectiveOn),
    ]),
  };
}
