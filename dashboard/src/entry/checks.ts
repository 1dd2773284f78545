import type { Catalogue, Indicator } from '../api/contract';
import { today } from '../format/format';
import { modelKey } from '../text/modelName';
import { firstDay } from '../time/firstDay';
import { saidOf } from './changes';
import type { Draft, FieldName } from './draft';
import { type Findings, fault, shapeFault } from './finding';
import { type Judged, unusual } from './rules';
import type { StandingOn } from './standing';

/**
 * What can be told of a draft while it is typed: the shape of its figures, parts over their wholes, and what the catalogue's rules find
 * unusual. The silo judges by the same ones when it is sent.
 * @param unit The unit whose figures they are, with what lies below.
 */
export function findingsOf(draft: Draft, standing: StandingOn, catalogue: Catalogue, unit: Judged['unit']): Findings {
  const found: Findings = new Map();
  for (const indicator of catalogue.indicators) {
    const field: FieldName = `${indicator.type === 'count' ? 'counts' : 'statuses'}/${indicator.id}`;
    const value = saidOf(field, draft.figures[field]);
    const last = standing.figures.get(field)?.value;
    const finding = value === undefined ? undefined : unusual(indicator, { value, last, unit }, catalogue);
    if (finding !== undefined) found.set(field, finding);
    checkPart(indicator, draft, standing, found);
  }
  for (const [field, text] of Object.entries(draft.figures)) {
    const finding = field.startsWith('statuses/') ? undefined : shapeFault(text);
    if (finding !== undefined) found.set(field, finding);
  }
  if (draft.effectiveOn < firstDay || draft.effectiveOn > today()) found.set('effectiveOn', fault('day'));
  checkModels(draft, found);
  return found;
}

// A part beside its whole: what is typed of either, otherwise what stands.
function checkPart(part: Indicator, draft: Draft, standing: StandingOn, found: Findings): void {
  const [partField, wholeField] = [`counts/${part.id}`, `counts/${part.of}`] as const;
  const [typedPart, typedWhole] = [partField, wholeField].map((field) =>
    saidOf(field as FieldName, draft.figures[field as FieldName]),
  );
  const partly = typedPart ?? standing.figures.get(partField)?.value;
  const wholly = typedWhole ?? standing.figures.get(wholeField)?.value;
  if (typedPart === undefined && typedWhole === undefined) return;
  if (typeof partly !== 'number' || typeof wholly !== 'number' || partly <= wholly) return;
  found.set(
    typedPart === undefined ? wholeField : partField,
    fault('over-denominator', { part: partly, whole: wholly }),
  );
}

function checkModels({ models }: Draft, found: Findings): void {
  const names = models.map(({ name }) => modelKey(name));
  for (const [place, { sites, groups }] of models.entries()) {
    const name = names[place] ?? '';
    const isTwice = names.indexOf(name) < place;
    const faults = {
      name: name === '' ? fault('empty') : isTwice ? fault('model-twice') : undefined,
      sites: sites.trim() === '' ? fault('empty') : shapeFault(sites),
      groups: shapeFault(groups),
    };
    for (const [field, finding] of Object.entries(faults))
      if (finding !== undefined) found.set(`models/${place}/${field}`, finding);
  }
}
