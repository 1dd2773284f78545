import { storedText } from '../settings/stored';

/** What a clerk types of a report's form, kept in this browser. No names of persons are asked for. */
export const fields = {
  superior: storedText('print.superior'),
  agency: storedText('print.agency'),
  number: storedText('print.number'),
  place: storedText('print.place'),
  subject: storedText('print.subject'),
  position: storedText('print.position'),
  recipients: storedText('print.recipients'),
};

/** The name of a field. */
export type FieldName = keyof typeof fields;
