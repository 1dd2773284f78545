import type { Catalogue } from '../api/contract';
import { statedTexts } from '../units/stated';
import type { ReportedModel } from './standingModels';

/** What is said of a model, without its name. */
export function modelText(catalogue: Catalogue, model: ReportedModel): string {
  return statedTexts({ models: [model] }, catalogue)[0]?.text ?? '';
}
