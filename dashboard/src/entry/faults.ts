import type { Catalogue, Fault, ReportBatch } from '../api/contract';
import { ApiError } from '../api/http';
import { findIndicator } from '../figures/useCatalogue';
import { modelKey } from '../text/modelName';
import { labelText, t } from '../text/text';
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

/** A fault's sentence with the names of fields and indicators as people call them. */
export function faultText({ pointer, message }: Fault, catalogue: Catalogue): string {
  const field = pointed.exec(pointer)?.[1] ?? '';
  const name = partName(field, catalogue);
  const inWords = (text: string) =>
    catalogue.indicators.reduce(
      (told, { id, label }) => told.replace(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), () => labelText(label)),
      text,
    );
  if (name === '') return inWords(message);
  return message
    .split(new RegExp(`(?:Trường )?${field}`))
    .map(inWords)
    .join(name);
}

function partName(field: string, catalogue: Catalogue): string {
  const [folder, name = '', part] = field.split('/');
  if (folder === 'effectiveOn') return t('entry.day');
  if (folder === 'note') return t('entry.note');
  if (folder === 'declared') return t('own.declared');
  if (folder !== 'models') return labelText(findIndicator(catalogue, name)?.label);
  if (part === 'sites' || part === 'groups' || part === 'name') return t(`models.${part}`);
  return part === 'kinds' ? t('models.kind') : '';
}

function fieldOf({ pointer }: Fault, { reports }: ReportBatch, draft: Draft): string {
  const [folder = '', name, part = ''] = (pointed.exec(pointer)?.[1] ?? '').split('/');
  if (name === undefined) return folder === 'effectiveOn' || folder === 'note' ? folder : '';
  if (folder !== 'models') return `${folder}/${name}`;
  const sent = reports[0]?.models?.[Number(name)];
  const place = draft.models.findIndex((model) => modelKey(model.name) === modelKey(sent?.name ?? ''));
  return place < 0 ? '' : `models/${place}/${['sites', 'groups'].includes(part) ? part : 'name'}`;
}
