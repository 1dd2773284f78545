/** The answers of the silo's HTTP API that the page reads, under the names by which it speaks of them. */

import type { Schemas } from './schemas';

/** A level of administration, nearest to the nation first: `nation`, `province`, `district`, `commune`. */
export type Level = string;

/** A label in both languages. */
export type Label = Schemas['Translated'];

/** How many units of one level are complete in one status indicator. */
export type Headline = Schemas['Headline'];

/** How many units of one level are in each state; `total` is the registry's. */
export type StateCounts = Schemas['StatusLevel'];

/** One status indicator: the unit's own state (null: unreported) and the states of the units below, by level. */
export type Status = Pick<Schemas['StatusRollUp'], 'own'> & { [level: Level]: StateCounts | string | null };

/** The figures of one unit and of everything below it. */
export type RollUp = Omit<Schemas['UnitRollUp'], 'statuses'> & { statuses: Record<string, Status> };

/** A unit of the registry, without figures. */
export type Unit = Schemas['RegistryUnit'];

/** An indicator of the catalogue. */
export type Indicator = Schemas['PublishedIndicator'];

/** What the silo counts. */
export type Catalogue = Schemas['PublishedCatalogue'];

/** A unit that is not complete, or that has not reported. */
export type OutstandingUnit = Schemas['OutstandingUnit'];

/** A figure at the end of one step: of a status `complete` and `total`, of a count `total`, of models the other three. */
export type HistoryPoint = Schemas['HistoryPoint'];

/** A page of a list; `next` is the cursor of the one that follows. */
export interface Page<T> {
  items: T[];
  next: string | null;
  simulated?: boolean;
}

/** Who is signed in. `unit`: the unit whose subtree may be read, null when nothing may. `role`: null without a key. */
export type Session = Omit<Schemas['SessionAnswer'], 'edition' | 'role'> & {
  role: 'viewer' | 'reporter' | 'admin' | null;
};

/** One fault of a request's body; of a file, with its place as a spreadsheet names it. */
export type Fault = Schemas['ProblemError'];

/** A refusal, RFC 9457. */
export type Problem = Pick<Schemas['Problem'], 'status' | 'title' | 'detail' | 'errors'> &
  Partial<Pick<Schemas['Problem'], 'type'>>;

/** One report, as it is sent. */
export type Report = Schemas['Report'];

/** Reports that are recorded together or not at all. */
export type ReportBatch = Schemas['ReportBatch'];

/** What became of a batch. */
export type ReportReceipt = Schemas['ReportReceipt'];

/** A report as the ledger holds it. */
export type LedgerRow = Schemas['LedgerReport'];

/** What became of a file of reports. */
export type FileReceipt = Schemas['FileReceipt'];

/** A named model within a unit's area. */
export type Model = Schemas['NamedModel'];

/** A page of models, and what all that were asked for come to. */
export type ModelPage = Schemas['ModelPage'];
