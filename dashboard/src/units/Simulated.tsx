import { t } from '../text/text';

/** The mark that figures are invented, on everything that holds such figures. */
export function Simulated({ when }: { when: boolean }) {
  return when ? <p class="simulated">{t('simulated')}</p> : null;
}
