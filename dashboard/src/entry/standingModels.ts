import type { LedgerRow } from '../api/contract';
import { modelKey } from '../text/modelName';

/** What a report says of a model. */
export type ReportedModel = Required<LedgerRow['models'][number]>;

/** A model of a unit's own that stands, and the day of the report that says so. */
export interface StandingModel extends ReportedModel {
  effectiveOn: string;
}

/** The models of a unit's own, by their name's normal form: of each what the last report says. One without sites is gone. */
export function standingModels(standing: readonly LedgerRow[]): Map<string, StandingModel> {
  const found = new Map<string, StandingModel>();
  for (const { models, effectiveOn } of standing) {
    for (const model of models) {
      const key = modelKey(model.name);
      const { kinds = [], sites, groups = 0 } = model;
      found.set(key, { name: found.get(key)?.name ?? model.name, kinds, sites, groups, effectiveOn });
    }
  }
  return new Map([...found].filter(([, model]) => model.sites > 0));
}
