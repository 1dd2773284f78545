import type { Catalogue, LedgerRow } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { knownRows, standingReports } from '../units/standing';
import { type StatedText, statedTexts } from '../units/stated';

/** A figure as a report states it. */
export interface Statement extends StatedText {
  row: LedgerRow;
}

/** What became of a figure, or of a report: `corrected` by a report of the same day, `overtaken` by one of a later day. */
export type Fate = 'stands' | 'corrected' | 'overtaken' | 'withdrawn';

/** What became of a figure, and the report that did it; null where it stands. */
export interface FigureFate {
  statement: Statement;
  fate: Fate;
  by: LedgerRow | null;
}

/** The reports of a unit at two dates: which of them are known, and what of them stands. */
export class Fates {
  /** The rows that the dates know, newest first. */
  readonly rows: readonly LedgerRow[];
  /** Of each figure who stated it, the one that wins last. */
  private readonly statements = new Map<string, Statement[]>();

  constructor(
    rows: readonly LedgerRow[],
    private readonly catalogue: Catalogue,
    dates: FigureDates,
  ) {
    this.rows = knownRows(rows, dates).filter(
      ({ withdraws, effectiveOn }) => withdraws !== null || dates.asOf === undefined || effectiveOn <= dates.asOf,
    );
    for (const row of standingReports(rows, dates)) {
      for (const text of statedTexts(row, catalogue)) {
        const statements = this.statements.get(text.key) ?? [];
        this.statements.set(text.key, statements);
        statements.push({ ...text, row });
      }
    }
  }

  /** What became of each figure of a report. */
  of(row: LedgerRow): FigureFate[] {
    const withdrawal = this.rows.find(({ withdraws }) => withdraws === row.sequence);
    return statedTexts(row, this.catalogue).map((text) => {
      const statement = { ...text, row };
      if (withdrawal !== undefined) return { statement, fate: 'withdrawn', by: withdrawal };
      const by = this.successor(statement);
      if (by === undefined) return { statement, fate: 'stands', by: null };
      return { statement, fate: by.effectiveOn === row.effectiveOn ? 'corrected' : 'overtaken', by };
    });
  }

  /** What stands instead of a figure when the report that states it is taken back; undefined: nothing. */
  instead({ key, row }: Statement): Statement | undefined {
    return this.statements.get(key)?.findLast((other) => other.row.sequence !== row.sequence);
  }

  // The last one of the same day, else the one that stands.
  private successor({ key, row }: Statement): LedgerRow | undefined {
    const rows = this.statements.get(key)?.map((statement) => statement.row) ?? [];
    const later = rows.slice(rows.indexOf(row) + 1);
    return later.findLast(({ effectiveOn }) => effectiveOn === row.effectiveOn) ?? later.at(-1);
  }
}
