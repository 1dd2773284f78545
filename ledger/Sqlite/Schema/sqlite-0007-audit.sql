-- The number of the epoch in one byte, and 16 bytes of an HMAC-SHA256 over the row and the seal of the unit's row before it. NULL where the
-- ledger was not sealed yet.
ALTER TABLE report ADD COLUMN seal BLOB;

-- One row per key that rows are sealed with. The keys are elsewhere.
CREATE TABLE seal_epoch (
    number      INTEGER PRIMARY KEY,
    fingerprint TEXT    NOT NULL,
    -- Microseconds since 1970-01-01 UTC.
    began_at    INTEGER NOT NULL,
    -- The last sequence of every unit when it began: unit and sequence in turn, four bytes each.
    heads       BLOB    NOT NULL,
    -- HMAC-SHA256 over all this and the epoch before, with the key.
    mac         BLOB    NOT NULL
) STRICT;

-- What administrators, and the silo in their stead, have done. Never updated, never deleted.
CREATE TABLE administrative_act (
    number     INTEGER PRIMARY KEY,
    -- ISO 8601 in UTC.
    at         TEXT NOT NULL,
    act        TEXT NOT NULL,
    -- access_key.id; NULL for the silo itself.
    key        TEXT,
    edition    TEXT NOT NULL,
    -- The code of the unit that it was done to.
    unit       TEXT NOT NULL,
    -- The key that it was done to, or its fingerprint.
    target     TEXT,
    outcome    TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    request_id TEXT,
    -- Numbers by name, as JSON.
    figures    TEXT NOT NULL
) STRICT;

CREATE TRIGGER administrative_act_is_never_updated BEFORE UPDATE ON administrative_act
BEGIN
    SELECT RAISE(ABORT, 'An act is never updated.');
END;

CREATE TRIGGER administrative_act_is_never_deleted BEFORE DELETE ON administrative_act
BEGIN
    SELECT RAISE(ABORT, 'An act is never deleted.');
END;
