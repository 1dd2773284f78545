/** The answers of the silo's HTTP API that the page reads, as its OpenAPI document describes them. */

/** A level of administration, nearest to the nation first: `nation`, `province`, `district`, `commune`. */
export type Level = string;

/** A label in both languages. */
export interface Label {
  vi: string;
  en: string;
}

/** How many units of one level are complete in one status indicator. */
export interface Headline {
  indicator: string;
  level: Level;
  complete: number;
  total: number;
  /** In Vietnamese: `62/63 kiện toàn`. */
  text: string;
}

/** How many units of one level are in each state; `total` is the registry's. */
export type StateCounts = { total: number; unreported: number } & Record<string, number>;

/** One status indicator: the unit's own state (null: unreported) and the states of the units below, by level. */
export type Status = { own: string | null } & { [level: Level]: StateCounts | string | null };

/** The figures of one unit and of everything below it. */
export interface RollUp {
  code: string;
  name: string;
  kind: string;
  level: Level;
  parent: string | null;
  region: string | null;
  edition: string;
  simulated: boolean;
  version: string;
  recordedAt: string | null;
  lastReportedOn: string | null;
  warming: boolean;
  headlines: Headline[];
  counts: Record<string, { own: number; total: number }>;
  models: { distinct: number; sites: number; groups: number };
  declared: Record<string, number>;
  statuses: Record<string, Status>;
  reporting: Record<Level, { reported: number; total: number }>;
}

/** A unit of the registry, without figures. */
export interface Unit {
  code: string;
  name: string;
  kind: string;
  level: Level;
  parent: string | null;
  region: string | null;
}

/** An indicator of the catalogue. */
export interface Indicator {
  id: string;
  type: 'count' | 'status';
  levels: Level[];
  states: string[];
  complete: string | null;
  of: string | null;
  label: Label;
  stateLabels: Record<string, Label>;
}

/** What the silo counts. */
export interface Catalogue {
  edition: string;
  simulated: boolean;
  levels: Level[];
  levelLabels: Record<Level, Label>;
  indicators: Indicator[];
  modelKinds: string[];
  modelKindLabels: Record<string, Label>;
}

/** A unit that is not complete, or that has not reported. */
export interface OutstandingUnit {
  code: string;
  name: string;
  state: string | null;
  parent: string | null;
  lastReportedOn: string | null;
}

/** A figure at the end of one step: of a status `complete` and `total`, of a count `total`, of models the other three. */
export interface HistoryPoint {
  on: string;
  complete?: number;
  total?: number;
  distinct?: number;
  sites?: number;
  groups?: number;
}

/** A page of a list; `next` is the cursor of the one that follows. */
export interface Page<T> {
  items: T[];
  next: string | null;
  simulated?: boolean;
}

/** Who is signed in. `unit`: the unit whose subtree may be read, null when nothing may. `role`: null without a key. */
export interface Session {
  unit: string | null;
  role: 'viewer' | 'reporter' | 'admin' | null;
  keyId: string | null;
  expiresOn: string | null;
}

/** One fault of a request's body; of a file, with its place as a spreadsheet names it. */
export interface Fault {
  pointer: string;
  code: string;
  message: string;
  severity?: 'error' | 'warning';
  sheet?: string;
  row?: number;
  column?: number;
  cell?: string;
}

/** A refusal, RFC 9457. */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
  errors?: Fault[];
}

/** One report, as it is sent. */
export interface Report {
  unit: string;
  effectiveOn: string;
  counts?: Record<string, number>;
  statuses?: Record<string, string>;
  declared?: Record<string, number>;
  models?: { name: string; kinds: string[]; sites: number; groups: number }[];
}

/** What became of a file of reports. `sequence` is null where nothing is recorded. */
export interface FileReceipt {
  accepted: number;
  duplicates: number;
  unchangedRows: number;
  results: { sheet: string | null; row: number; sequence: number | null; outcome: string; report: Report }[];
}

/** A named model within a unit's area. */
export interface Model {
  name: string;
  kinds: string[];
  sites: number;
  groups: number;
  /** How many units have it. */
  units: number;
}

/** A page of models, and what all that were asked for come to. */
export type ModelPage = Page<Model> & { distinct: number; sites: number; groups: number };
