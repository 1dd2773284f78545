import { today } from '../format/format';
import type { ReportedModel } from './standingModels';

/** What a figure is said of: `statuses/committee`, `counts/agencies`, `declared/models`. The same as in a report's JSON pointers. */
export type FieldName = `${'statuses' | 'counts' | 'declared'}/${string}`;

/** What is typed of one model. */
export interface ModelEntry {
  /** Its name is typed too: it is none of those that stand. */
  isNew: boolean;
  name: string;
  kinds: ReportedModel['kinds'];
  sites: string;
  groups: string;
}

/** What somebody has typed for one unit and not sent yet. */
export interface Draft {
  /** Becomes the report's idempotency key: sent from two tabs, or again after a broken line, it counts once. */
  id: string;
  /** When it was begun. */
  since: string;
  /** The list of units that the unit's code belongs to. */
  edition: string;
  effectiveOn: string;
  note: string;
  /** Each figure as it was typed; a state by its name. */
  figures: Record<FieldName, string>;
  /** The figures and models that are to be stated anew although they are what stands. */
  same: string[];
  models: ModelEntry[];
}

/** A draft that says nothing yet, of today. */
export function newDraft(edition: string): Draft {
  return {
    id: newId(),
    since: new Date().toISOString(),
    edition,
    effectiveOn: today(),
    note: '',
    figures: {},
    same: [],
    models: [],
  };
}

/** Whether there is nothing in a draft that would be a loss. */
export function isBlank({ figures, note, models }: Draft): boolean {
  return models.length === 0 && note.trim() === '' && Object.values(figures).every((text) => text.trim() === '');
}

/** A name that no other draft has. Pages that did not come over HTTPS have no `randomUUID`. */
export function newId(): string {
  return `entry-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
