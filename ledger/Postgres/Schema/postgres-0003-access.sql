-- API keys, known only by their salted hashes.
CREATE TABLE access_key (
    id         text        PRIMARY KEY,
    salt       bytea       NOT NULL,
    hash       bytea       NOT NULL,
    edition    text        NOT NULL,
    unit       text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('viewer', 'reporter', 'admin')),
    note       text,
    expires_on date,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);

-- Browsers' sessions, known only by the hash of the cookie's value.
CREATE TABLE access_session (
    token_hash bytea       PRIMARY KEY,
    key_id     text        NOT NULL,
    expires_at timestamptz NOT NULL
);
