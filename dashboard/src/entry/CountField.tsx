import type { FieldName } from './draft';
import { fieldId } from './fieldId';
import { NumberField } from './NumberField';
import { Stands } from './Stands';
import type { Entry } from './useEntry';

/** A count, or a figure that is declared, beside what stands of it. */
export function CountField(props: { entry: Entry; field: FieldName; label: string; said: string | undefined }) {
  const { entry, field, label, said } = props;
  return (
    <div class="entry-count">
      <NumberField
        field={field}
        label={label}
        text={entry.draft.figures[field] ?? ''}
        finding={entry.findings.get(field)}
        said={said}
        describedBy={`${fieldId(field)}-stands`}
        onText={(text) => entry.state(field, text)}
      />
      <Stands entry={entry} field={field} label={label} />
    </div>
  );
}
