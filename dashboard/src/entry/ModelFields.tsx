import { modelKey } from '../text/modelName';
import { t } from '../text/text';
import type { ModelEntry } from './draft';
import { focusField } from './fieldId';
import { ModelEntryFields } from './ModelEntryFields';
import { StandingModels } from './StandingModels';
import type { Entry } from './useEntry';

const blank: ModelEntry = { isNew: true, name: '', kinds: [], sites: '', groups: '' };

/** The models of the unit itself: those that stand, to be changed or taken away, and new ones by their names. */
export function ModelFields({ entry, said }: { entry: Entry; said: ReadonlyMap<string, string> }) {
  const { draft, standing, change } = entry;
  const add = (model: ModelEntry, focused: 'name' | 'sites') => {
    change({ models: [...draft.models, model] });
    // Once it has been drawn.
    setTimeout(() => focusField(`models/${draft.models.length}/${focused}`));
  };
  const named = new Set(draft.models.map(({ name }) => modelKey(name)));
  const untouched = [...standing.models].filter(([key]) => !named.has(key)).map(([, model]) => model);
  return (
    <section class="card entry-models" aria-labelledby="entry-models-title">
      <h2 id="entry-models-title">{t('models')}</h2>
      <p class="note">{t('models.rule')}</p>
      <StandingModels entry={entry} models={untouched} add={add} />
      {draft.models.map((model, place) => (
        <ModelEntryFields
          // Names are typed: only its place tells a model from the others.
          key={place}
          {...{ entry, place, model, said }}
          change={(changes) =>
            change({ models: draft.models.map((one, other) => (other === place ? { ...one, ...changes } : one)) })
          }
          remove={() =>
            change({
              models: draft.models.filter((_, other) => other !== place),
              same: draft.same.filter((name) => name !== `models/${modelKey(model.name)}`),
            })
          }
        />
      ))}
      <button type="button" onClick={() => add(blank, 'name')}>
        {t('entry.models.add')}
      </button>
    </section>
  );
}
