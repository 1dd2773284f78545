-- One row per accepted report, in the order of recording. Never updated, never deleted: the triggers see to it.
CREATE TABLE report (
    -- The identity. One process writes a file and nothing is deleted, so the last position is the number of rows.
    position        INTEGER PRIMARY KEY,
    -- unit.id. No foreign key: it would cost every row a probe of that table.
    unit            INTEGER NOT NULL,
    -- 1, 2, 3 … within the unit, without gaps.
    sequence        INTEGER NOT NULL,
    -- The day as the number 20170220: read at a glance, compared as a number, four bytes instead of ten.
    effective_on    INTEGER NOT NULL,
    -- Microseconds since 1970-01-01 UTC, greater in every row than in the one before.
    recorded_at     INTEGER NOT NULL,
    -- access_key.id.
    reporter        TEXT    NOT NULL,
    -- The sender's own key. No index: whoever can append the next sequence has read all keys of the unit.
    idempotency_key TEXT    NOT NULL,
    -- The sequence of the unit's report that this row takes back.
    withdraws       INTEGER,
    -- The figures as JSON, {} for a withdrawal.
    payload         TEXT    NOT NULL
) STRICT;

-- Fences a second activation of the unit's grain; finds a unit's rows and its head.
CREATE UNIQUE INDEX report_sequence ON report (unit, sequence);

-- Withdrawals are rare, so this index is small and appends hardly notice it.
CREATE INDEX report_withdrawal ON report (unit, withdraws, sequence) WHERE withdraws IS NOT NULL;

CREATE TRIGGER report_is_never_updated BEFORE UPDATE ON report
BEGIN
    SELECT RAISE(ABORT, 'A report is never updated: withdraw it.');
END;

CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report
BEGIN
    SELECT RAISE(ABORT, 'A report is never deleted: withdraw it.');
END;
