-- The versions of the normal form of names, and since when the ledger has used each: what was known before is folded by the version of then,
-- so that no figure that was read out changes.
CREATE TABLE name_form (
    version INTEGER PRIMARY KEY,
    -- Microseconds since 1970-01-01 UTC; 0 where the ledger had no row yet.
    since   INTEGER NOT NULL
) STRICT;

INSERT INTO name_form (version, since)
SELECT 2, coalesce((SELECT max(recorded_at + 1, CAST(unixepoch('subsec') * 1000000 AS INTEGER)) FROM report ORDER BY position DESC LIMIT 1), 0);
