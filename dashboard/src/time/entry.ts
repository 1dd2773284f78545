import { day } from '../format/format';
import { type TextName, t } from '../text/text';
import { within } from './days';
import { endOf, readDay, readMoment } from './readDay';

/** How a kind of date is typed, shown and chosen. Its values are in ISO's order, so that the later one is the greater. */
export interface EntryKind {
  pattern: TextName;
  fault: TextName;
  read: (text: string) => string | undefined;
  show: (value: string) => string;
  /** The value once a day was chosen in the calendar. */
  choose: (isoDay: string, before: string) => string;
}

/** Between what a date must lie, and whether there must be one. */
export interface EntryRule {
  min: string;
  max: string;
  isRequired?: boolean | undefined;
}

/** A day: `dd/MM/yyyy`. */
export const dayEntry: EntryKind = {
  pattern: 'time.pattern.day',
  fault: 'time.noDay',
  read: readDay,
  show: day,
  choose: (isoDay) => isoDay,
};

/** A day with the time of Việt Nam: `dd/MM/yyyy HH:mm:ss`. */
export const momentEntry: EntryKind = {
  pattern: 'time.pattern.moment',
  fault: 'time.noMoment',
  read: readMoment,
  show: (value) => `${day(value.slice(0, 10))} ${value.slice(11)}`,
  choose: (isoDay, before) => (before === '' ? endOf(isoDay) : `${isoDay}${before.slice(10)}`),
};

/** What was typed: its value (blank: no date), or the sentence that says what is wrong with it. */
export function judgeEntry(kind: EntryKind, text: string, rule: EntryRule): { value: string; fault?: string } {
  if (text.trim() === '') return rule.isRequired === true ? { value: '', fault: t('time.missing') } : { value: '' };
  const read = kind.read(text);
  if (read === undefined) return { value: '', fault: t(kind.fault, { text: text.trim() }) };
  // Whoever names today as a whole means until now.
  const value = read === endOf(rule.max.slice(0, 10)) ? rule.max : read;
  if (value === within(value, rule.min, rule.max)) return { value };
  const [typed = '', min = '', max = ''] = [value, rule.min, rule.max].map(kind.show);
  return { value: '', fault: t('time.outside', { text: typed, min, max }) };
}
