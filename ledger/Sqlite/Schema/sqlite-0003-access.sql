-- API keys, known only by their salted hashes. Instants are ISO 8601 in UTC, days ISO 8601.
CREATE TABLE access_key (
    id         TEXT NOT NULL PRIMARY KEY,
    salt       BLOB NOT NULL,
    hash       BLOB NOT NULL,
    edition    TEXT NOT NULL,
    unit       TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('viewer', 'reporter', 'admin')),
    note       TEXT,
    expires_on TEXT,
    created_at TEXT NOT NULL,
    revoked_at TEXT
) STRICT, WITHOUT ROWID;

-- Browsers' sessions, known only by the hash of the cookie's value.
CREATE TABLE access_session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    key_id     TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
