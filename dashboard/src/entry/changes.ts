import type { Report } from '../api/contract';
import { modelKey } from '../text/modelName';
import type { Draft, FieldName, ModelEntry } from './draft';
import type { StandingOn } from './standing';
import type { ReportedModel, StandingModel } from './standingModels';
import { wholeNumber } from './wholeNumber';

/** A figure that a draft states: what stands, and what is to stand. */
export interface FigureChange {
  field: FieldName;
  from: string | number | undefined;
  to: string | number;
}

/** A model that a draft states. */
export interface ModelChange {
  key: string;
  from: StandingModel | undefined;
  to: ReportedModel;
}

/** What a draft would change. */
export interface Changes {
  figures: FigureChange[];
  models: ModelChange[];
}

/** What a figure says that was typed; undefined where nothing was, or nothing that is a figure. */
export function saidOf(field: FieldName, text: string | undefined): string | number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return field.startsWith('statuses/') ? text : wholeNumber(text);
}

/** What a draft states: whatever differs from what stands, and what is to be stated anew. A field left blank states nothing. */
export function changesOf(draft: Draft, standing: StandingOn): Changes {
  const figures = (Object.keys(draft.figures) as FieldName[]).flatMap((field): FigureChange[] => {
    const to = saidOf(field, draft.figures[field]);
    const from = standing.figures.get(field)?.value;
    return to === undefined || (to === from && !draft.same.includes(field)) ? [] : [{ field, from, to }];
  });
  const models = draft.models.flatMap((entry): ModelChange[] => {
    const to = modelOf(entry);
    const key = modelKey(entry.name);
    const from = standing.models.get(key);
    return to === undefined || (isSame(from, to) && !draft.same.includes(`models/${key}`)) ? [] : [{ key, from, to }];
  });
  return { figures, models };
}

/** The report that states some changes. */
export function reportOf(unit: string, draft: Draft, { figures, models }: Changes): Report {
  const stated = <T>(folder: string) => {
    const own = figures.filter(({ field }) => field.startsWith(`${folder}/`));
    return own.length === 0
      ? {}
      : { [folder]: Object.fromEntries(own.map(({ field, to }) => [field.slice(folder.length + 1), to as T])) };
  };
  return {
    unit,
    idempotencyKey: draft.id,
    effectiveOn: draft.effectiveOn,
    ...stated<string>('statuses'),
    ...stated<number>('counts'),
    ...stated<number>('declared'),
    ...(models.length > 0 && { models: models.map(({ to }) => to) }),
    ...(draft.note.trim() !== '' && { note: draft.note.trim() }),
  };
}

/** What is said of a model, once all of it is. */
function modelOf({ name, kinds, sites, groups }: ModelEntry): ReportedModel | undefined {
  const [siteCount, groupCount] = [wholeNumber(sites), groups.trim() === '' ? 0 : wholeNumber(groups)];
  if (modelKey(name) === '' || siteCount === undefined || groupCount === undefined) return undefined;
  return { name: name.trim(), kinds, sites: siteCount, groups: groupCount };
}

function isSame(from: StandingModel | undefined, to: ReportedModel): boolean {
  // What does not stand cannot be taken away either.
  if (from === undefined) return to.sites === 0;
  const kinds = (model: ReportedModel) => [...model.kinds].sort().join();
  return from.sites === to.sites && from.groups === to.groups && kinds(from) === kinds(to);
}
