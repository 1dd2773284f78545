-- The official lists of units.
CREATE TABLE edition (
    name       text    PRIMARY KEY,
    -- 1 for the first list, one more for every import that changed something.
    generation integer NOT NULL
);

CREATE TABLE unit (
    -- report.unit. One number range for all editions; never given twice.
    id        integer PRIMARY KEY,
    edition   text    NOT NULL REFERENCES edition (name),
    code      text    NOT NULL,
    name      text    NOT NULL,
    kind      text    NOT NULL,
    level     integer NOT NULL,
    -- The code of the unit directly above; NULL for the nation.
    parent    text,
    region    text,
    simulated boolean NOT NULL,
    UNIQUE (edition, code)
);

-- For people with nothing but psql: SELECT * FROM report_readable ORDER BY recorded_at DESC LIMIT 20;
CREATE VIEW report_readable AS
SELECT unit.edition,
       unit.code,
       unit.name,
       report.sequence,
       report.effective_on,
       report.recorded_at,
       report.reporter,
       report.idempotency_key,
       report.withdraws,
       report.payload::json AS payload
FROM report
LEFT JOIN unit ON unit.id = report.unit;
