import type { ModelPage, RollUp } from '../api/contract';
import { call } from '../api/http';
import { dateQuery, type FigureDates } from '../figures/dates';

/** Which models are asked for; those with all that are named. */
export interface ModelQuery {
  /** A part of the name, without regard to accents or case. */
  q?: string | undefined;
  kind?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of a unit's models, those with the most sites first. */
export function readModels(
  code: string,
  query: ModelQuery,
  dates: FigureDates,
  signal: AbortSignal,
): Promise<ModelPage> {
  return call(`/units/${code}/models`, { ...query, ...dateQuery(dates) }, { signal });
}

/** Changes when a unit's models do. */
export function modelsVersion(rollUp: RollUp): string {
  return JSON.stringify(rollUp.models);
}
