-- One row per accepted report. Never updated, never deleted: the trigger sees to it.
CREATE TABLE report (
    -- unit.id. No foreign key: it would cost every row a probe and a lock of that table.
    unit            integer     NOT NULL,
    -- 1, 2, 3 … within the unit, without gaps.
    sequence        integer     NOT NULL,
    effective_on    date        NOT NULL,
    -- This server's clock, greater in every row of a unit than in the one before; see settled.
    recorded_at     timestamptz NOT NULL,
    -- access_key.id.
    reporter        text        NOT NULL,
    -- The sender's own key. No index: whoever can append the next sequence has read all keys of the unit.
    idempotency_key text        NOT NULL,
    -- The sequence of the unit's report that this row takes back.
    withdraws       integer,
    -- The figures as JSON, {} for a withdrawal.
    payload         text        NOT NULL,
    -- Fences a second activation of the unit's grain; finds a unit's rows and its head.
    CONSTRAINT report_sequence PRIMARY KEY (unit, sequence)
);

-- Withdrawals are rare, so this index is small and appends hardly notice it.
CREATE INDEX report_withdrawal ON report (unit, withdraws, sequence) WHERE withdraws IS NOT NULL;

-- Rows lie nearly in the order of their recording, so a summary of every block leads to the days that are asked for.
CREATE INDEX report_recorded ON report USING brin (recorded_at) WITH (autosummarize = on);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A report is never updated and never deleted: withdraw it.';
END
$$;

CREATE TRIGGER report_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON report
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One row: no report will be recorded at this instant or before it any more, because somebody has read what was known by then.
CREATE TABLE settled (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    until    timestamptz NOT NULL
);

INSERT INTO settled (until) VALUES ('2000-01-01T00:00:00Z');
