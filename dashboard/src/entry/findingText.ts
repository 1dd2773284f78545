import { number } from '../format/format';
import { t } from '../text/text';
import type { Finding } from './finding';

/** The sentence about a finding. */
export function findingText({ code, values }: Finding): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? number(value) : value,
  ]);
  return t(`entry.finding.${code}`, Object.fromEntries(shown));
}
