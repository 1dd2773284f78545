import { t } from '../text/text';

/** A box that states what stands anew, for the day of the report. */
export function Repeat({ label, isSame, set }: { label: string; isSame: boolean; set: (isSame: boolean) => void }) {
  return (
    <label class="entry-repeat">
      <input type="checkbox" checked={isSame} onChange={(event) => set(event.currentTarget.checked)} />
      {t('entry.repeat')}
      <span class="sr-only">: {label}</span>
    </label>
  );
}
