import type { Catalogue, Model } from '../api/contract';
import type { Sheet } from '../takeaway/sheet';
import { labelText, t } from '../text/text';

/** The kinds of a model in words. */
export function kindsText(model: Model, catalogue: Catalogue): string {
  return model.kinds.map((kind) => labelText(catalogue.modelKindLabels[kind])).join(', ');
}

/** A list of models as a sheet. */
export function modelSheet(models: readonly Model[], catalogue: Catalogue): Pick<Sheet, 'headers' | 'rows'> {
  return {
    headers: [t('models.name'), t('models.kind'), t('models.sites'), t('models.groups'), t('models.units')],
    rows: models.map((model) => [model.name, kindsText(model, catalogue), model.sites, model.groups, model.units]),
  };
}
