import type { Catalogue, Model } from '../api/contract';
import { type Sheet, sumCells } from '../takeaway/sheet';
import { labelText, t } from '../text/text';

/** The kinds of a model in words. */
export function kindsText(model: Model, catalogue: Catalogue): string {
  return model.kinds.map((kind) => labelText(catalogue.modelKindLabels[kind])).join(', ');
}

/** A list of models as a sheet. */
export function modelSheet(models: readonly Model[], catalogue: Catalogue): Pick<Sheet, 'columns' | 'rows' | 'total'> {
  return {
    columns: (['name', 'kind', 'sites', 'groups', 'units'] as const).map((name) => ({ header: t(`models.${name}`) })),
    rows: models.map((model) => [model.name, kindsText(model, catalogue), model.sites, model.groups, model.units]),
    // A unit that has several models is one unit: units do not add up.
    total: [
      t('table.total'),
      null,
      sumCells(models.map((one) => one.sites)),
      sumCells(models.map((one) => one.groups)),
      null,
    ],
  };
}
