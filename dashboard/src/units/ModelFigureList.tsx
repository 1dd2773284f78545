import type { RollUp } from '../api/contract';
import { change, number } from '../format/format';
import { t } from '../text/text';
import { Figure } from './Figure';

/** Distinct models, their sites and groups, and what the unit declares beside what is computed. */
export function ModelFigureList({ rollUp }: { rollUp: RollUp }) {
  const declared = rollUp.declared.models;
  return (
    <dl class="model-figures">
      {(['distinct', 'sites', 'groups'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`models.${name}`)}</dt>
          <dd>
            <Figure value={rollUp.models[name]}>{number(rollUp.models[name])}</Figure>
          </dd>
        </div>
      ))}
      {declared !== undefined && (
        <div>
          <dt>{t('models.declared')}</dt>
          <dd>
            {number(declared)}{' '}
            <small>{t('models.difference', { difference: change(rollUp.models.distinct - declared) })}</small>
          </dd>
        </div>
      )}
    </dl>
  );
}
