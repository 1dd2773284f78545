import { day, number } from '../format/format';
import { t } from '../text/text';
import { figureText } from '../units/stated';
import { saidOf } from './changes';
import type { FieldName } from './draft';
import { fieldId } from './fieldId';
import { Repeat } from './Repeat';
import type { Entry } from './useEntry';

/** What stands of a figure and since which day, and a box that states it anew for the day of the report. */
export function Stands({ entry, field, label }: { entry: Entry; field: FieldName; label: string }) {
  const stands = entry.standing.figures.get(field);
  const id = `${fieldId(field)}-stands`;
  if (stands === undefined)
    return (
      <p class="entry-stands" id={id}>
        {t('entry.never')}
      </p>
    );
  const { value, effectiveOn } = stands;
  const said = saidOf(field, entry.draft.figures[field]);
  const isSame = entry.draft.same.includes(field);
  return (
    <div class="entry-stands">
      <p id={id}>{t('entry.stands', { value: figureText(stands, entry.catalogue), day: day(effectiveOn) })}</p>
      <Repeat label={label} isSame={isSame} set={(same) => entry.state(field, same ? textOf(value) : '', same)} />
      {said === value && !isSame && <p>{t('entry.unchanged')}</p>}
    </div>
  );
}

function textOf(value: string | number): string {
  return typeof value === 'number' ? number(value) : value;
}
