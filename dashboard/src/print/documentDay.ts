import { t } from '../text/text';

/**
 * A day as official documents write it: a day below 10 and the months 1 and 2 begin with a zero, other months do not. Without a day there
 * is room to write it.
 */
export function documentDay(isoDay: string): string {
  if (isoDay === '') return t('print.day', { day: '……', month: '……', year: '………' });
  const [year = '', month = '', day = ''] = isoDay.split('-');
  return t('print.day', { day, month: Number(month) > 2 ? Number(month) : month, year });
}
