import { day, number } from '../format/format';
import { t } from '../text/text';
import type { ModelEntry } from './draft';
import { modelText } from './modelText';
import type { StandingModel } from './standingModels';
import type { Entry } from './useEntry';

/** The unit's models that stand and are not being changed. */
export function StandingModels(props: {
  entry: Entry;
  models: readonly StandingModel[];
  add: (model: ModelEntry, focused: 'sites') => void;
}) {
  const { entry, models, add } = props;
  if (models.length === 0) return null;
  return (
    <ul class="entry-standing">
      {models.map((model) => {
        const { name, kinds, sites, groups, effectiveOn } = model;
        return (
          <li key={name}>
            <span>
              <strong>{name}</strong>{' '}
              {t('entry.stands', { value: modelText(entry.catalogue, model), day: day(effectiveOn) })}
            </span>
            <button
              type="button"
              onClick={() => add({ isNew: false, name, kinds, sites: number(sites), groups: number(groups) }, 'sites')}
            >
              {t('entry.models.change')}
              <span class="sr-only">: {name}</span>
            </button>
            <button type="button" onClick={() => add({ isNew: false, name, kinds, sites: '0', groups: '0' }, 'sites')}>
              {t('entry.models.end')}
              <span class="sr-only">: {name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
