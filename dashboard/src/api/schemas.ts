/** What the API takes and answers, made from its description (/openapi/v1.json): AGGREGATION_WRITE_DOCS=1 makes it anew. */
export interface Schemas {
    /** @description When anybody in an area last reported. */
    AreaReporting: {
        /** @description The unit at its top. */
        code: string;
        /** @description Its name. */
        name: string;
        /**
         * Format: date-time
         * @description When the newest report was recorded, UTC; null when nobody ever reported.
         */
        lastRecordedAt: null | string;
    };
    /** @description An administrative act as `GET /audit` lists it. */
    AuditEntry: {
        /**
         * Format: int64
         * @description Its number, in the order of recording.
         */
        number: number;
        /**
         * Format: date-time
         * @description When, UTC.
         */
        at: string;
        /**
         * @description `key-made`, `key-rotated`, `key-revoked`, `units-imported`, `verified`, `verified-deeply`,
         *             `demonstration-marked`, `seal-key-changed`, `records-adopted`, `signed-in`, `settings-changed`,
         *             `backed-up` or `restored`.
         */
        act: string;
        /** @description The id of the key that did it; null for the silo itself. */
        key: null | string;
        /** @description The edition of the unit; empty for what concerns the ledger as such. */
        edition: string;
        /** @description The code of the unit that it was done to; empty for what concerns the ledger as such. */
        unit: string;
        /** @description The id of the key that it was done to, or the fingerprint of a seal key; null for neither. */
        target: null | string;
        /** @description `done`, `refused`: nothing was done, or `failed`: nobody knows. */
        outcome: string;
        /** @description The id of the request; null where none asked for it. */
        requestId: null | string;
        /** @description What it came to, by name: `added`, `renamed`, `differences`, `faults`, `epoch`. */
        figures: {
            [key: string]: number;
        };
        /** @description The address that asked for it; null where none did. */
        address: null | string;
        /**
         * @description What else there is to say, by name: of a key `role` and `expiresOn`, of a change of settings each with its old and new
         *     value.
         */
        details: null | {
            [key: string]: string;
        };
    };
    /** @description A page of `GET /audit`, newest first. */
    AuditPage: {
        /** @description The edition that takes reports. */
        edition: string;
        /** @description The acts. */
        items: Schemas["AuditEntry"][];
        /** @description The cursor of the next page; null on the last one. */
        next: null | string;
    };
    /** @description A count of a roll-up. */
    CountTotal: {
        /**
         * Format: int64
         * @description What the unit itself reports.
         */
        own: number;
        /**
         * Format: int64
         * @description The sum over the unit and everything below it.
         */
        total: number;
    };
    /** @description What the seals of the ledger's rows say, of all editions. */
    DeepVerification: {
        /** @description The fingerprint of the key that rows are sealed with; null where they are not sealed, and nothing is proved. */
        sealKey: null | string;
        /**
         * Format: int64
         * @description How many rows were read.
         */
        rows: number;
        /**
         * Format: int64
         * @description How many of them are from before the ledger was sealed: nothing is known of them.
         */
        unsealed: number;
        /**
         * Format: int64
         * @description How many rows there is something wrong with.
         */
        faultsFound: number;
        /** @description The first 1,000 of them, by unit and sequence; rows that are missing one after the other stand as one. */
        faults: Schemas["LedgerFault"][];
        /** @description Units whose rows are proved only from some row on, because earlier ones are older than the seals: the first 1,000. */
        provedFrom: Schemas["ProvedFrom"][];
        /**
         * Format: int32
         * @description How many such units there are.
         */
        partlyProved: number;
        /**
         * Format: int64
         * @description How many records beside the rows (keys, editions with their units, marks, acts) there is something wrong with.
         */
        recordFaultsFound: number;
        /** @description The first 1,000 of them, by kind and id. */
        recordFaults: Schemas["RecordFault"][];
        heads: null | Schemas["SignedHeads"];
    };
    /**
     * @description The answer of `GET /diagnosis`: what a silo can say of itself and of the system it is part of. What it could not find out in time
     *     is null, and IReadOnlyList&lt;UnansweredProbe&gt; Diagnosis.Unanswered says why.
     */
    Diagnosis: {
        /** @description The edition that takes reports. */
        edition: string;
        /**
         * Format: date-time
         * @description The silo's clock when it was asked, UTC.
         */
        takenAt: string;
        /** @description The version of the program. */
        version: string;
        /** @description What runs the grains. */
        engine: string;
        /** @description True once the national total has been warm. */
        ready: boolean;
        /** @description True in a ledger that ever took the scenario or the simulator. */
        demonstration: boolean;
        /** @description How the ledger is. */
        ledger: Schemas["LedgerDiagnosis"];
        /** @description The silos that are known, dead ones of late included; one where one process is the whole system. */
        silos: null | Schemas["SiloMember"][];
        /**
         * Format: int64
         * @description How many rows the ledger has had for five seconds that the nation's roll-up does not hold; null while no row that old is known of.
         */
        rowsBehind: null | number;
        /** @description Every unit directly below the nation and when anybody in it last reported. */
        provinces: null | Schemas["AreaReporting"][];
        /** @description The keys in the last 30 days before they expire that no other key has replaced yet. */
        expiringKeys: Schemas["ExpiringKey"][];
        /** @description What could not be found out. */
        unanswered: Schemas["UnansweredProbe"][];
    };
    /** @description One figure that is not what the ledger gives. */
    Difference: {
        /** @description The unit's code. */
        unit: string;
        /**
         * @description Which figure: `rows`, `counts.agencies`, `statuses.committee.province.consolidated`, `models`
         *                 …
         */
        figure: string;
        /** @description What the live total says. */
        live: string;
        /** @description What the ledger says. */
        ledger: string;
    };
    /** @description A key that is about to expire, without the key itself. */
    ExpiringKey: {
        /** @description Its public name. */
        id: string;
        /** @description The unit at the top of its subtree. */
        unit: string;
        /**
         * Format: date
         * @description The last day it is good for (Asia/Ho_Chi_Minh).
         */
        expiresOn: string;
    };
    /** @description The answer of `POST /reports/file`. */
    FileReceipt: {
        /** @description The edition that took the reports. */
        edition: string;
        /**
         * Format: int32
         * @description How many were recorded, or with `dryRun` would be.
         */
        accepted: number;
        /**
         * Format: int32
         * @description How many were repeats.
         */
        duplicates: number;
        /**
         * Format: int32
         * @description How many rows of units state nothing, and were passed over.
         */
        unchangedRows: number;
        /** @description One for each report. */
        results: Schemas["FileResult"][];
    };
    /** @description What became of one report of a file. */
    FileResult: {
        /** @description The sheet it begins on; null in a CSV file. */
        sheet?: string;
        /**
         * Format: int32
         * @description The row it begins with, from 1.
         */
        row: number;
        /**
         * Format: int32
         * @description The number of the ledger row within the unit; null where nothing is recorded.
         */
        sequence?: number;
        /** @description `accepted` or `duplicate`. */
        outcome: string;
        /** @description The report, as it was read, with the key derived from it. */
        report: Schemas["Report"];
    };
    /** @description The figure that is read out: `62/63 kiện toàn`. */
    Headline: {
        /** @description The status. */
        indicator: string;
        /** @description The level of the units counted. */
        level: string;
        /**
         * Format: int64
         * @description How many of them are in the status' complete state.
         */
        complete: number;
        /**
         * Format: int32
         * @description How many units of the level there are below.
         */
        total: number;
        /** @description `{complete}/{total} {label}`, in Vietnamese. */
        text: string;
    };
    /** @description A line of the file of signed heads that is not as it was signed. */
    HeadsFinding: {
        /**
         * Format: int32
         * @description Its number, from 1.
         */
        line: number;
        /** @description `changed`, `unknown-key`, or `follows`: it does not follow the line before it. */
        fault: string;
    };
    /** @description `GET /units/{code}/history`. */
    HistoryAnswer: {
        /** @description The list of units. */
        edition: string;
        /** @description True when some figure may be invented. */
        simulated: boolean;
        /** @description The points, each at the end of its step, the last one on the last day asked for. */
        points: Schemas["HistoryPoint"][];
    };
    /** @description A figure as of one day: of a status `complete` and `total`; of a count `total`; of models the other three. */
    HistoryPoint: {
        /**
         * Format: date
         * @description The day (Asia/Ho_Chi_Minh).
         */
        on: string;
        /**
         * Format: int64
         * @description How many units are in the status' complete state.
         */
        complete?: number;
        /**
         * Format: int64
         * @description Of a status how many units there are; of a count the sum.
         */
        total?: number;
        /**
         * Format: int32
         * @description How many names of models have a site.
         */
        distinct?: number;
        /**
         * Format: int64
         * @description Places where a model is applied.
         */
        sites?: number;
        /**
         * Format: int64
         * @description Teams that run a model.
         */
        groups?: number;
    };
    /** @description The answer of `POST /units/import`. */
    ImportReceipt: {
        /** @description The edition. */
        edition: string;
        /**
         * Format: int32
         * @description Units that were not in the edition before.
         */
        added: number;
        /**
         * Format: int32
         * @description Units with another name, kind, region or parent than before.
         */
        renamed: number;
        /**
         * Format: int32
         * @description Units of the file that were in the edition just so.
         */
        unchanged: number;
        /** @description How many units of each level the edition has now. */
        levels: {
            [key: string]: number;
        };
    };
    /** @description A key as `GET /keys` lists it, without the key itself. */
    KeyEntry: {
        /** @description The key's public name. */
        id: string;
        /** @description The edition whose unit the key is for. */
        edition: string;
        /** @description The unit at the top of the key's subtree. */
        unit: string;
        /** @description `reporter`, `viewer` or `admin`. */
        role: string;
        /** @description What it is for. */
        note: null | string;
        /**
         * Format: date
         * @description The last day it is good for; null for no end.
         */
        expiresOn: null | string;
        /**
         * Format: date-time
         * @description When it was made, UTC.
         */
        createdAt: string;
        /**
         * Format: date-time
         * @description When it was revoked, UTC; null while it is good.
         */
        revokedAt: null | string;
        /** @description How it stands today: one of KeyState. */
        state: string;
        /** @description The id of the key that took its place; null while none has. */
        replacedBy: null | string;
        /** @description The id of the key that made it; null where the silo did, or nobody noted it. */
        madeBy: null | string;
        /**
         * Format: date-time
         * @description When it was last used, UTC, to the minute; null for never.
         */
        lastUsedAt: null | string;
    };
    /** @description A page of `GET /keys`, oldest first. */
    KeyPage: {
        /** @description The edition that takes reports. */
        edition: string;
        /** @description The keys. */
        items: Schemas["KeyEntry"][];
        /** @description The cursor of the next page; null on the last one. */
        next: null | string;
    };
    /** @description The body of `POST /keys`. */
    KeyRequest: {
        /** @description The unit at the top of the key's subtree. */
        unit: string;
        /**
         * @description `reporter`, `viewer` or `admin`.
         * @enum {string}
         */
        role: "reporter" | "viewer" | "admin";
        /** @description What it is for, at most 200 characters; never a person's name. */
        note?: string;
        /**
         * Format: date
         * @description The last day (Asia/Ho_Chi_Minh) it is good for; null for no end.
         */
        expiresOn?: string;
    };
    /** @description The body of `POST /keys/{id}/rotate`. */
    KeyRotation: {
        /**
         * Format: int32
         * @description How many days after today the old key stays good, 0 to 90; null for 7. It never lives longer than it would
         *                 have.
         */
        overlapDays?: number;
        /**
         * Format: date
         * @description The last day (Asia/Ho_Chi_Minh) the new key is good for; null for as long a life as the old key was made for,
         *                 without end if that had none.
         */
        expiresOn?: string;
    };
    /** @description How the ledger is, as one silo finds it now. */
    LedgerDiagnosis: {
        /** @description `sqlite` or `postgres`. */
        provider: string;
        /** @description The file, or the server and database; no password. */
        place: string;
        /** @description Why the last commit of reports failed, one sentence; null while they succeed. */
        failure: null | string;
        /**
         * Format: double
         * @description How long one small read took, in milliseconds.
         */
        readMilliseconds: null | number;
        /**
         * Format: double
         * @description How long it took to make a few bytes durable that are no report, in milliseconds, what waited before them included.
         */
        commitMilliseconds: null | number;
        /**
         * Format: double
         * @description How far the ledger's own clock is ahead of the silo's, in milliseconds; null where it has none (SQLite).
         */
        clockAheadMilliseconds: null | number;
        /**
         * Format: double
         * @description How far the newest row is dated after the silo's clock, in milliseconds, 0 where it is not; null from silos that do not say.
         */
        rowsAheadMilliseconds: null | number;
        /**
         * Format: int64
         * @description How large it is, in bytes.
         */
        sizeBytes: null | number;
        /**
         * Format: int64
         * @description How much room its disk has left, in bytes; null where the silo cannot see that disk (PostgreSQL).
         */
        freeBytes: null | number;
        /**
         * Format: int64
         * @description How large that disk is, in bytes.
         */
        diskBytes: null | number;
        /** @description The schema's sets, each with its version; null while it cannot be read. */
        schema: null | Schemas["SchemaVersion"][];
    };
    /** @description Rows of the ledger that are not as they were recorded. */
    LedgerFault: {
        /** @description The unit, `2023/00001`; `#17` where no unit has the row's id; empty for the row of a seal key. */
        unit: string;
        /**
         * Format: int64
         * @description The first of the rows.
         */
        sequence: number;
        /**
         * Format: int64
         * @description The last of them.
         */
        through: number;
        /**
         * @description `changed`, `unsealed`, `missing`, `unproved`, `replaced`, `unknown-key` or, of a seal key's row,
         *             `epoch-changed`.
         */
        fault: string;
    };
    /** @description `GET /units/{code}/reports`: the audit trail of one unit, newest first. */
    LedgerPage: {
        /** @description The list of units. */
        edition: string;
        /** @description True when some figure may be invented. */
        simulated: boolean;
        /** @description The ledger's rows. */
        items: Schemas["LedgerReport"][];
        /** @description What `cursor` takes for the next page; null on the last one. */
        next: null | string;
    };
    /** @description One accepted report as the ledger holds it. */
    LedgerReport: {
        /**
         * Format: int32
         * @description 1, 2, 3 … within the unit.
         */
        sequence: number;
        /**
         * Format: date
         * @description The day (Asia/Ho_Chi_Minh) it speaks of.
         */
        effectiveOn: string;
        /**
         * Format: date-time
         * @description When it was recorded, UTC.
         */
        recordedAt: string;
        /** @description The id of the key that sent it. */
        reporter: string;
        /** @description The sender's own key. */
        idempotencyKey: string;
        /** @description The counts stated, by indicator. */
        counts: {
            [key: string]: number;
        };
        /** @description The models stated. */
        models: Schemas["ReportedModel"][];
        /** @description The states stated, by indicator. */
        statuses: {
            [key: string]: string;
        };
        /** @description What the unit says its whole area has, by name. */
        declared: {
            [key: string]: number;
        };
        /** @description A remark. */
        note: null | string;
        /**
         * Format: int32
         * @description The sequence that this row takes back; null for a report of figures.
         */
        withdraws: null | number;
        /**
         * Format: int32
         * @description The sequence of the row that takes this one back; null while it stands.
         */
        withdrawnBy: null | number;
    };
    /**
     * @description `GET /units/{code}/models`: named models, most sites first, then by name. The three totals are those of all models that the
     *             filter lets pass.
     */
    ModelPage: {
        /** @description The list of units. */
        edition: string;
        /** @description True when some figure may be invented. */
        simulated: boolean;
        /**
         * Format: int32
         * @description How many models there are on all pages together.
         */
        distinct: number;
        /**
         * Format: int64
         * @description Their sites.
         */
        sites: number;
        /**
         * Format: int64
         * @description Their groups.
         */
        groups: number;
        /** @description The models of this page. */
        items: Schemas["NamedModel"][];
        /** @description What `cursor` takes for the next page; null on the last one. */
        next: null | string;
    };
    /** @description The models of a roll-up. Sites and groups add up over units; distinct models do not. */
    ModelTotals: {
        /**
         * Format: int32
         * @description How many names have a site.
         */
        distinct: number;
        /**
         * Format: int64
         * @description Places where a model is applied.
         */
        sites: number;
        /**
         * Format: int64
         * @description Teams that run a model.
         */
        groups: number;
    };
    /** @description A named model over an area. */
    NamedModel: {
        /** @description The spelling first recorded. */
        name: string;
        /** @description The kinds that any unit calls it, in the catalogue's order. */
        kinds: string[];
        /**
         * Format: int64
         * @description Places where it is applied.
         */
        sites: number;
        /**
         * Format: int64
         * @description Teams that run it.
         */
        groups: number;
        /**
         * Format: int32
         * @description How many units run it.
         */
        units: number;
    };
    /** @description The answer of `POST /keys`. */
    NewKey: {
        /** @description The edition whose unit the key is for. */
        edition: string;
        /** @description The key's public name, which reports are marked with. */
        id: string;
        /** @description The key itself, shown this once. */
        key: string;
    };
    /** @description `GET /units/{code}/outstanding`: the units that are not complete, or have not reported, in code order. */
    OutstandingPage: {
        /** @description The list of units. */
        edition: string;
        /** @description True when some figure may be invented. */
        simulated: boolean;
        /**
         * Format: int32
         * @description How many there are on all pages together.
         */
        total: number;
        /** @description Those of this page. */
        items: Schemas["OutstandingUnit"][];
        /** @description What `cursor` takes for the next page; null on the last one. */
        next: null | string;
    };
    /** @description A unit that is awaited. */
    OutstandingUnit: {
        /** @description The code within the edition. */
        code: string;
        /** @description The official name, in Vietnamese. */
        name: string;
        /** @description Its state, or `unreported`. */
        state: string;
        /** @description The code of the unit directly above. */
        parent: null | string;
        /**
         * Format: date
         * @description The latest day that one of its own reports speaks of; null if there is none.
         */
        lastReportedOn: null | string;
    };
    /** @description An answer that says what is wrong (RFC 9457). */
    Problem: {
        /** @description `urn:aggregation:problem:CODE`. */
        type: string;
        /** @description What went wrong in general, in the reader's language. */
        title: string;
        /**
         * Format: int32
         * @description The HTTP status.
         */
        status: number;
        /** @description One sentence about this very request, in the reader's language. */
        detail?: string;
        /** @description Every single fault found. */
        errors?: Schemas["ProblemError"][];
        /** @description What became of each report, where part of a batch stands. */
        results?: Schemas["ReportResult"][];
        /** @description The id of the request, by which whoever runs the silo finds it in the log. */
        requestId?: string;
    };
    /** @description One fault. */
    ProblemError: {
        /** @description Where in the body, as a JSON pointer (RFC 6901); `/lines/7` in a list of units. */
        pointer: string;
        /** @description What, for programs. */
        code: string;
        /** @description What, for people. */
        message: string;
        /**
         * Format: int32
         * @description The line in a list of units; null elsewhere.
         */
        line?: number;
        /** @description The sheet of a file of reports; null in a CSV file and elsewhere. */
        sheet?: string;
        /**
         * Format: int32
         * @description The row of a file of reports, from 1; null where the whole file is meant, and elsewhere.
         */
        row?: number;
        /**
         * Format: int32
         * @description The column of a file of reports, from 1; null where the whole row is meant, and elsewhere.
         */
        column?: number;
        /** @description The same cell in A1 notation. */
        cell?: string;
        /**
         * @description `warning` for what is only unusual: sent again with its code in `confirm`, the report is recorded;
         *             null for what is refused.
         */
        severity?: string;
    };
    /** @description From where on a unit's rows are proved. */
    ProvedFrom: {
        /** @description The unit, `2023/00001`. */
        unit: string;
        /**
         * Format: int64
         * @description The first row with a seal, recorded or to come.
         */
        sequence: number;
    };
    /** @description `GET /catalogue`: what can be reported in an edition. */
    PublishedCatalogue: {
        /** @description The list of units. */
        edition: string;
        /** @description True while the list holds simulated units, or the ledger is a demonstration. */
        simulated: boolean;
        /** @description The levels that the edition has, nation first. */
        levels: string[];
        /** @description What people call the levels. */
        levelLabels: {
            [key: string]: Schemas["Translated"];
        };
        /** @description The indicators, in the order in which people list them. */
        indicators: Schemas["PublishedIndicator"][];
        /** @description The rules that find a report unusual, those that are off left out. */
        rules: Schemas["PublishedRule"][];
        /** @description The kinds of model. */
        modelKinds: string[];
        /** @description What people call the kinds of model. */
        modelKindLabels: {
            [key: string]: Schemas["Translated"];
        };
    };
    /** @description Something that units of certain levels can report. */
    PublishedIndicator: {
        /** @description Its name in the API. */
        id: string;
        /** @description `count` or `status`. */
        type: string;
        /** @description The levels whose units report it, of those that the edition has. */
        levels: string[];
        /** @description A status' states, from none to complete; empty for a count. */
        states: string[];
        /** @description The state that a headline counts; null for a count. */
        complete: null | string;
        /** @description The count that this one is a part of; null if none. */
        of: null | string;
        /** @description What people call it. */
        label: Schemas["Translated"];
        /** @description What people call each state. */
        stateLabels: {
            [key: string]: Schemas["Translated"];
        };
    };
    /** @description A rule that finds reports of an indicator unusual. */
    PublishedRule: {
        /** @description The indicator. */
        indicator: string;
        /**
         * @description `jump`, `ceiling`, `same-as-below` or `reversal`: the code of the error, and what
         *             `confirm` takes.
         */
        code: string;
        /** @description `warning`: recorded only when it is confirmed; `error`: refused. */
        severity: string;
        /**
         * Format: int64
         * @description Of a jump: how many times the last value is still usual; null for the other rules.
         */
        times: null | number;
        /**
         * Format: int64
         * @description The least value that is judged, of a jump the least last value; null for the other rules.
         */
        from: null | number;
        /** @description Of a ceiling: the most that is usual for a unit of a level by itself, by level; null for the other rules. */
        most: null | {
            [key: string]: number;
        };
    };
    /** @description Something wrong with a record beside the ledger's rows. */
    RecordFault: {
        /** @description `access_key`, `edition` (one with all its units), `mark` or `administrative_act`. */
        kind: string;
        /**
         * @description Its id: of a key the public name, of an edition the name, of an act the number. Empty for all records of the kind
         *                 together.
         */
        id: string;
        /**
         * @description `changed`, `unsealed` (put there by hand), `missing`, or, of all together, `replaced`: some
         *             are gone, or stand there again as they once were.
         */
        fault: string;
    };
    /** @description A unit as the registry has it. */
    RegistryUnit: {
        /** @description The code within the edition. */
        code: string;
        /** @description The official name, in Vietnamese. */
        name: string;
        /** @description Tỉnh, Thành phố, Quận, Phường … */
        kind: string;
        /** @description The level's id. */
        level: string;
        /** @description The code of the unit directly above; null for the nation. */
        parent: null | string;
        /** @description The socio-economic region, where the list names one. */
        region: null | string;
        /** @description True for a unit that stands in for a real one until an official list is imported. */
        simulated: boolean;
    };
    /**
     * @description What one unit itself runs or is, never what lies below it. Absolute values; what is absent stays as it was. A null
     *     member is not sent: the API refuses `null`.
     */
    Report: {
        /** @description The unit's code: `00001`. */
        unit: string;
        /** @description The sender's own key, unique within the unit, at most 64 characters: sent again, the report counts once. */
        idempotencyKey: string;
        /**
         * Format: date
         * @description The day (Asia/Ho_Chi_Minh) the figures speak of, from 2000-01-01 to today.
         */
        effectiveOn: string;
        /** @description Counts by indicator, 0 to 10⁹. */
        counts?: {
            [key: string]: number;
        };
        /** @description Named models; one with 0 sites is taken away. */
        models?: Schemas["ReportedModel"][];
        /** @description States by indicator. */
        statuses?: {
            [key: string]: string;
        };
        /** @description What the unit says its whole area has; shown, never summed. */
        declared?: {
            [key: string]: number;
        };
        /** @description A remark of at most 500 characters. */
        note?: string;
        /**
         * Format: int32
         * @description Instead of figures: the sequence of the unit's report to take back.
         */
        withdraws?: number;
        /** @description The codes of warnings that the sender has seen and stands by, such as `jump`; no part of what is recorded. */
        confirm?: string[];
    };
    /** @description The body of `POST /reports`: 1 to 1,000 reports, all recorded or none. */
    ReportBatch: {
        /** @description The reports. */
        reports: Schemas["Report"][];
        /** @description The edition the codes belong to; null for the one that takes reports. */
        edition?: string;
    };
    /** @description What a report says of one named model. */
    ReportedModel: {
        /** @description The name, as it was written. */
        name: string;
        /** @description The kinds it is of. */
        kinds?: ("self-governance" | "self-prevention" | "self-protection" | "self-reconciliation" | "other")[];
        /**
         * Format: int64
         * @description Places where the unit applies it; 0 takes it away.
         */
        sites: number;
        /**
         * Format: int64
         * @description Teams that run it.
         */
        groups?: number;
    };
    /** @description `GET /units/{code}/reporting`: `{"edition":"2023","simulated":false,"province":{"reported":63,"total":63},…}`. */
    ReportingAnswer: {
        edition: string;
        simulated: boolean;
        province?: Schemas["ReportingLevel"];
        district?: Schemas["ReportingLevel"];
        commune?: Schemas["ReportingLevel"];
    };
    /** @description How many units of one level have reported. */
    ReportingLevel: {
        /**
         * Format: int32
         * @description Those that have.
         */
        reported: number;
        /**
         * Format: int32
         * @description All of the level.
         */
        total: number;
    };
    /** @description The answer of `POST /reports`. */
    ReportReceipt: {
        /** @description The edition that took the reports. */
        edition: string;
        /**
         * Format: int32
         * @description How many were recorded, or with `dryRun` would be.
         */
        accepted: number;
        /**
         * Format: int32
         * @description How many were repeats.
         */
        duplicates: number;
        /** @description One for each report, in order. */
        results: Schemas["ReportResult"][];
    };
    /** @description What became of one report. */
    ReportResult: {
        /** @description The unit's code. */
        unit: string;
        /**
         * Format: int32
         * @description The number of the row within the unit; null where nothing is recorded.
         */
        sequence?: null | number;
        /** @description `accepted` or `duplicate`; in a problem also `conflict`, `invalid` or `not-recorded`. */
        outcome: string;
    };
    /** @description `GET /units/{code}/children`: roll-ups, in code order. */
    RollUpPage: {
        /** @description The list of units. */
        edition: string;
        /** @description True when some figure may be invented. */
        simulated: boolean;
        /** @description The roll-ups. */
        items: Schemas["UnitRollUp"][];
        /** @description What `cursor` takes for the next page; null on the last one. */
        next: null | string;
    };
    /** @description The answer of `POST /keys/{id}/rotate`. */
    RotatedKey: {
        /** @description The edition whose unit both keys are for. */
        edition: string;
        /** @description The new key's public name. */
        id: string;
        /** @description The new key itself, shown this once. */
        key: string;
        /**
         * Format: date
         * @description The new key's last day; null for no end.
         */
        expiresOn?: string;
        /** @description The old key's public name. */
        replaces: string;
        /**
         * Format: date
         * @description The old key's last day (Asia/Ho_Chi_Minh).
         */
        replacedExpiresOn: string;
    };
    /** @description How far the tables of the ledger have been brought. */
    SchemaVersion: {
        /** @description Whose tables: `sqlite`, `postgres` or `orleans`. */
        set: string;
        /**
         * Format: int32
         * @description The version that the ledger has.
         */
        stored: number;
        /**
         * Format: int32
         * @description The version that this silo brings; a ledger may be ahead of it while a newer silo is being rolled out.
         */
        known: number;
    };
    /** @description Who asks: the answer of `GET /session`, to a key, to a session's cookie, and to neither. */
    SessionAnswer: {
        /** @description The edition of the unit. */
        edition: string;
        /** @description The key's unit; without a key the nation where reads are open, null where they are not. */
        unit: null | string;
        /** @description `reporter`, `viewer` or `admin`; null without a key. */
        role: null | string;
        /** @description The key's public name; null without a key. */
        keyId: null | string;
        /**
         * Format: date
         * @description The last day the key is good for; null for no end, and without a key.
         */
        expiresOn: null | string;
    };
    /** @description The body of `POST /session`. */
    SessionRequest: {
        /** @description An API key. */
        key: string;
    };
    /** @description The file of signed heads that the silo which answers keeps. */
    SignedHeads: {
        /**
         * Format: date-time
         * @description When heads were last signed, UTC: what was removed at the end of a unit's rows is missed if it was recorded by
         *                 then, and not if it was recorded later. Null while none were.
         */
        lastAt: null | string;
        /**
         * Format: int32
         * @description How many lines the file has.
         */
        records: number;
        /**
         * Format: int32
         * @description How many units have a signed head.
         */
        units: number;
        /** @description Lines that are not as they were signed. */
        faults: Schemas["HeadsFinding"][];
    };
    /** @description A silo, as the others know it. */
    SiloMember: {
        /** @description Where it is; the other silos' way to it, or the process. */
        address: string;
        /** @description `active`, `joining`, `leaving` or `dead`. */
        status: string;
        /**
         * Format: date-time
         * @description When it was started, UTC.
         */
        startedAt: string;
        /**
         * Format: date-time
         * @description When it last gave a sign of life, UTC, by its own clock.
         */
        aliveAt: string;
    };
    /** @description How many units of a level are in each state, by its id; unreported is one of them. */
    StatusLevel: {
        /** Format: int64 */
        total: number;
        /** Format: int64 */
        unreported: number;
    } & {
        [key: string]: number;
    };
    /** @description A status: the unit's own state, null while it is unreported, and the units strictly below, by level; a level that does not exist below is absent. */
    StatusRollUp: {
        own: null | string;
        province?: Schemas["StatusLevel"];
        district?: Schemas["StatusLevel"];
        commune?: Schemas["StatusLevel"];
    };
    /** @description A text in the two languages of the system. */
    Translated: {
        /** @description Vietnamese. */
        vi: string;
        /** @description English. */
        en: string;
    };
    /** @description Something that a silo could not find out in time. */
    UnansweredProbe: {
        /** @description `ledger-read`, `ledger-commit`, `silos` or `roll-ups`. */
        probe: string;
        /** @description Why, one sentence. */
        reason: string;
    };
    /** @description `GET /units`: the registry, without figures, upper levels first and in code order within a level. */
    UnitPage: {
        /** @description The list of units. */
        edition: string;
        /** @description True while the list holds simulated units, or the ledger is a demonstration. */
        simulated: boolean;
        /** @description The units. */
        items: Schemas["RegistryUnit"][];
        /** @description What `cursor` takes for the next page; null on the last one. */
        next: null | string;
    };
    /** @description The state of a unit and of everything below it: `GET /units/{code}` and every event of `GET /live`. */
    UnitRollUp: {
        /** @description The unit's code; a bare code means nothing without string UnitRollUp.Edition. */
        code: string;
        /** @description The official name, in Vietnamese. */
        name: string;
        /** @description Quốc gia, Tỉnh, Thành phố, Quận, Huyện, Phường, Xã … */
        kind: string;
        /** @description The level's id: `nation`, `province`, `district`, `commune`. */
        level: string;
        /** @description The code of the unit directly above; null for the nation. */
        parent: null | string;
        /** @description The socio-economic region, where the list of units names one. */
        region: null | string;
        /** @description The list of units that the code is of. */
        edition: string;
        /** @description True when some figure may be invented: simulated units, or a ledger that ever took a demonstration. */
        simulated: boolean;
        /** @description Opaque; another one after every change. */
        version: string;
        /**
         * Format: date-time
         * @description When the newest report included was recorded, UTC; null if there is none.
         */
        recordedAt: null | string;
        /**
         * Format: date
         * @description The latest day that a report which stands speaks of; null if there is none.
         */
        lastReportedOn: null | string;
        /** @description True while the figures may still lack reports that are already recorded. */
        warming: boolean;
        /** @description One for each status and level below that it applies to, nearest level first. */
        headlines: Schemas["Headline"][];
        /** @description The counts, by indicator. */
        counts: {
            [key: string]: Schemas["CountTotal"];
        };
        /** @description The models of the unit and of everything below it. */
        models: Schemas["ModelTotals"];
        /** @description What the unit itself says its whole area has, by name; never summed. */
        declared: {
            [key: string]: number;
        };
        /** @description The statuses, by indicator. */
        statuses: {
            [key: string]: Schemas["StatusRollUp"];
        };
        /** @description How many units strictly below have reported, by level. */
        reporting: {
            [key: string]: Schemas["ReportingLevel"];
        };
    };
    /** @description The answer of `GET /verify`: the live totals beside a fresh fold of the ledger at one position. */
    Verification: {
        /** @description The edition. */
        edition: string;
        /**
         * Format: int64
         * @description The position of the last ledger row compared.
         */
        position: number;
        /**
         * Format: int32
         * @description How many units' totals were compared.
         */
        unitsChecked: number;
        /** @description What differs; empty when the totals are proved right. */
        differences: Schemas["Difference"][];
        /** @description What the ledger's seals say, with `deep=true`; absent without. */
        deep?: Schemas["DeepVerification"];
    };
}
