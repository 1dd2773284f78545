import type { Model, ModelPage } from '../api/contract';
import { ApiError, call } from '../api/http';

const limit = 8;
// Where reads need a key, only the key's own area may be asked.
let isNationClosed = false;

/** Models that are known already and whose name has a text in it: of the nation, or of the key's own area. */
export async function suggestModels(q: string, ownUnit: string, signal: AbortSignal): Promise<Model[]> {
  const read = async (unit: string) => (await call<ModelPage>(`/units/${unit}/models`, { q, limit }, { signal })).items;
  if (isNationClosed) return read(ownUnit);
  try {
    return await read('VN');
  } catch (problem) {
    isNationClosed = problem instanceof ApiError && problem.problem.status === 403;
    if (isNationClosed) return read(ownUnit);
    throw problem;
  }
}
