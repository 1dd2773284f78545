import { t } from '../text/text';
import type { StateTone } from '../units/states';

/** How a state is printed: by a sign, not by a colour, so that black and white says it too. */
export const marks: Record<StateTone, string> = { complete: 'x', partial: '(x)', none: '0', unreported: '–' };

/** What the signs mean, in one line. */
export function marksText(): string {
  return (Object.keys(marks) as StateTone[]).map((tone) => `${marks[tone]}: ${t(`print.mark.${tone}`)}`).join('; ');
}
