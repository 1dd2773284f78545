-- The number of the epoch in one byte, and 16 bytes of an HMAC-SHA256 over the row and the seal of the unit's row before it. NULL where the
-- ledger was not sealed yet.
ALTER TABLE report ADD COLUMN seal bytea;

-- One row per key that rows are sealed with. The keys are elsewhere.
CREATE TABLE seal_epoch (
    number      integer PRIMARY KEY,
    fingerprint text    NOT NULL,
    -- Microseconds since 1970-01-01 UTC.
    began_at    bigint  NOT NULL,
    -- The last sequence of every unit when it began: unit and sequence in turn, four bytes each.
    heads       bytea   NOT NULL,
    -- HMAC-SHA256 over all this and the epoch before, with the key.
    mac         bytea   NOT NULL
);

-- What administrators, and the silo in their stead, have done. Never updated, never deleted.
CREATE TABLE administrative_act (
    number     bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    at         timestamptz NOT NULL,
    act        text        NOT NULL,
    -- access_key.id; NULL for the silo itself.
    key        text,
    edition    text        NOT NULL,
    -- The code of the unit that it was done to.
    unit       text        NOT NULL,
    -- The key that it was done to, or its fingerprint.
    target     text,
    outcome    text        NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    request_id text,
    -- Numbers by name, as JSON.
    figures    text        NOT NULL
);

CREATE FUNCTION refuse_change_of_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An act is never updated and never deleted.';
END
$$;

CREATE TRIGGER administrative_act_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON administrative_act
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act();
