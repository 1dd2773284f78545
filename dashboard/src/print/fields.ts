import { signal } from '@preact/signals';
import { today } from '../format/format';
import { storedText } from '../settings/stored';

/** What a clerk types of a report's form, kept in this browser. No names of persons are asked for. */
export const fields = {
  superior: storedText('print.superior'),
  agency: storedText('print.agency'),
  number: storedText('print.number'),
  place: storedText('print.place'),
  subject: storedText('print.subject'),
  addressees: storedText('print.addressees'),
  authority: storedText('print.authority'),
  position: storedText('print.position'),
  recipients: storedText('print.recipients'),
};

/** The name of a field. */
export type FieldName = keyof typeof fields;

/** The day of the document; blank, it is filled in by hand. It is not kept: tomorrow's document is not of today. */
export const dated = signal(today());

/** The lines of a field as the items of a list, without the marks that the list puts around them. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s\-–]+|[\s;.]+$/g, ''))
    .filter((line) => line !== '');
}

/** Items as official documents list them: each behind a dash, a semicolon between them, a full stop at the end. */
export function listed(items: readonly string[]): string[] {
  return items.map((item, index) => `- ${item}${index < items.length - 1 ? ';' : '.'}`);
}
