import type { Catalogue, Fault, ReportBatch } from '../api/contract';
import { ApiError } from '../api/http';
import { modelKey } from '../text/modelName';
import { labelText } from '../text/text';
import type { Draft } from './draft';

const pointed = /^\/reports\/0\/(.*)$/;

/** What the silo found in a report, in words, by the field of the draft that it is of; under '' what is of none. */
export function faultsAt(
  problem: unknown,
  batch: ReportBatch,
  draft: Draft,
  catalogue: Catalogue,
): Map<string, string> {
  const faults = new Map<string, string>();
  for (const fault of problem instanceof ApiError ? (problem.problem.errors ?? []) : []) {
    const field = fieldOf(fault, batch, draft);
    const before = faults.get(field);
    faults.set(field, [...(before === undefined ? [] : [before]), faultText(fault, catalogue)].join(' '));
  }
  return faults;
}

/** A fault's sentence with the names of indicators as people call them. */
export function faultText({ pointer, message }: Fault, catalogue: Catalogue): string {
  const field = pointed.exec(pointer)?.[1];
  let text = message;
  for (const folder of ['counts', 'statuses'])
    if (field?.startsWith(`${folder}/`)) text = text.replace(`Trường ${folder}/`, '').replace(`${folder}/`, '');
  for (const { id, label } of catalogue.indicators)
    text = text.replace(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), () => labelText(label));
  return text;
}

function fieldOf({ pointer }: Fault, { reports }: ReportBatch, draft: Draft): string {
  const [folder = '', name = '', part = ''] = (pointed.exec(pointer)?.[1] ?? '').split('/');
  if (folder !== 'models')
    return name === '' ? (folder === 'effectiveOn' || folder === 'note' ? folder : '') : `${folder}/${name}`;
  const sent = reports[0]?.models?.[Number(name)];
  const place = draft.models.findIndex((model) => modelKey(model.name) === modelKey(sent?.name ?? ''));
  return place < 0 ? '' : `models/${place}/${['sites', 'groups'].includes(part) ? part : 'name'}`;
}
