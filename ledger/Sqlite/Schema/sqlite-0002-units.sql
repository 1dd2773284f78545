-- The official lists of units.
CREATE TABLE edition (
    name       TEXT    NOT NULL PRIMARY KEY,
    -- 1 for the first list, one more for every import that changed something.
    generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    -- report.unit. One number range for all editions; never given twice.
    id        INTEGER PRIMARY KEY,
    edition   TEXT    NOT NULL REFERENCES edition (name),
    code      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    level     INTEGER NOT NULL,
    -- The code of the unit directly above; NULL for the nation.
    parent    TEXT,
    region    TEXT,
    simulated INTEGER NOT NULL,
    UNIQUE (edition, code)
) STRICT;

-- For people with nothing but the sqlite3 shell: SELECT * FROM report_readable ORDER BY position DESC LIMIT 20;
CREATE VIEW report_readable AS
SELECT report.position,
       unit.edition,
       unit.code,
       unit.name,
       report.sequence,
       printf('%04d-%02d-%02d', effective_on / 10000, effective_on / 100 % 100, effective_on % 100) AS effective_on,
       strftime('%Y-%m-%dT%H:%M:%S', recorded_at / 1000000, 'unixepoch') || printf('.%06dZ', recorded_at % 1000000) AS recorded_at,
       report.reporter,
       report.idempotency_key,
       report.withdraws,
       report.payload
FROM report
LEFT JOIN unit ON unit.id = report.unit;
