import { day } from '../format/format';
import { modelKey } from '../text/modelName';
import { labelText, t } from '../text/text';
import type { ModelEntry } from './draft';
import { ModelName } from './ModelName';
import { modelText } from './modelText';
import { NumberField } from './NumberField';
import { Repeat } from './Repeat';
import type { Entry } from './useEntry';

/** What is typed of one model: one that stands keeps its name. */
export function ModelEntryFields(props: {
  entry: Entry;
  place: number;
  model: ModelEntry;
  said: ReadonlyMap<string, string>;
  change: (changes: Partial<ModelEntry>) => void;
  remove: () => void;
}) {
  const { entry, place, model, said, change, remove } = props;
  const key = modelKey(model.name);
  const stands = entry.standing.models.get(key);
  const isChanged = entry.changes.models.some((one) => one.key === key);
  const isSame = entry.draft.same.includes(`models/${key}`);
  const at = (part: string) => ({
    field: `models/${place}/${part}`,
    finding: entry.findings.get(`models/${place}/${part}`),
    said: said.get(`models/${place}/${part}`),
  });
  return (
    <fieldset class="entry-model">
      <legend>{model.name.trim() === '' ? t('entry.models.new') : model.name}</legend>
      {model.isNew && (
        <ModelName
          {...at('name')}
          name={model.name}
          onName={(name) => change({ name })}
          onChoose={({ name, kinds }) =>
            change({ name, kinds: model.kinds.length > 0 ? model.kinds : (kinds as ModelEntry['kinds']) })
          }
        />
      )}
      <NumberField
        {...at('sites')}
        label={t('models.sites')}
        text={model.sites}
        onText={(sites) => change({ sites })}
      />
      <NumberField
        {...at('groups')}
        label={t('models.groups')}
        text={model.groups}
        onText={(groups) => change({ groups })}
      />
      <fieldset class="entry-kinds">
        <legend>{t('models.kind')}</legend>
        {(entry.catalogue.modelKinds as ModelEntry['kinds']).map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={model.kinds.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                change({ kinds: [...model.kinds.filter((one) => one !== kind), ...(checked ? [kind] : [])] })
              }
            />
            {labelText(entry.catalogue.modelKindLabels[kind])}
          </label>
        ))}
      </fieldset>
      <div class="entry-stands">
        {stands === undefined ? (
          <p>{t('entry.never')}</p>
        ) : (
          <>
            <p>{t('entry.stands', { value: modelText(entry.catalogue, stands), day: day(stands.effectiveOn) })}</p>
            {(isSame || !isChanged) && (
              <Repeat label={model.name} isSame={isSame} set={(same) => entry.repeat(`models/${key}`, same)} />
            )}
            {model.sites.trim() === '0' && <p>{t('entry.models.ends')}</p>}
          </>
        )}
      </div>
      <button type="button" onClick={remove}>
        {t(model.isNew ? 'entry.models.remove' : 'entry.models.leave')}
        <span class="sr-only">: {model.name}</span>
      </button>
    </fieldset>
  );
}
