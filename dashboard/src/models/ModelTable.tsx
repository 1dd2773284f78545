import type { Catalogue, Model } from '../api/contract';
import { number } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { t } from '../text/text';
import { Figure } from '../units/Figure';
import { kindsText } from './modelSheet';

/** Models with their kinds, sites and groups, and how many units have them. */
export function ModelTable({ models, catalogue }: { models: readonly Model[]; catalogue: Catalogue }) {
  return (
    <Scroll labelledBy="list-title">
      <table class="models">
        <thead>
          <tr>
            <th scope="col">{t('models.name')}</th>
            <th scope="col">{t('models.kind')}</th>
            <th scope="col">{t('models.sites')}</th>
            <th scope="col">{t('models.groups')}</th>
            <th scope="col">{t('models.units')}</th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.name}>
              <th scope="row">{model.name}</th>
              <td>{kindsText(model, catalogue)}</td>
              <td>
                <Figure value={model.sites}>{number(model.sites)}</Figure>
              </td>
              <td>{number(model.groups)}</td>
              <td>{number(model.units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
