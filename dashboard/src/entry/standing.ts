import type { LedgerRow } from '../api/contract';
import { type Standing, standingFigures, standingReports } from '../units/standing';
import type { FieldName } from './draft';
import { type StandingModel, standingModels } from './standingModels';

/** What a unit's own reports say on a day. */
export interface StandingOn {
  figures: Map<FieldName, Standing>;
  models: Map<string, StandingModel>;
}

const folder = { status: 'statuses', count: 'counts', declared: 'declared' } as const;

/** What stands of a unit itself on a day: what a figure typed for that day replaces. */
export function standingOn(rows: readonly LedgerRow[], asOf: string): StandingOn {
  const reports = standingReports(rows, { asOf, knownAt: undefined });
  return {
    figures: new Map(standingFigures(reports).map((one) => [`${folder[one.kind]}/${one.id}` as const, one])),
    models: standingModels(reports),
  };
}
