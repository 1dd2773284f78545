-- MACs of what is kept beside the reports, with the key that seals them: a record that has none, or another one, was put there or changed
-- by hand. Apart from the records, so that silos of the version before go on beside this one.
CREATE TABLE record_mac (
    -- The table: 'access_key', 'edition' (with all its units), 'mark', 'administrative_act'.
    kind text  NOT NULL,
    -- The record's primary key; numbers with 19 digits.
    id   text  COLLATE "C" NOT NULL,
    -- HMAC-SHA256 over the kind, the id and every field.
    mac  bytea NOT NULL,
    PRIMARY KEY (kind, id)
);

-- One row per kind: what is missing among its records, or stands there again as it once was, is told by it.
CREATE TABLE record_set (
    kind    text   PRIMARY KEY,
    -- One more with every change.
    version bigint NOT NULL,
    -- SHA-256 over the MACs of all records in the order of their ids, one after the other.
    digest  bytea  NOT NULL,
    -- HMAC-SHA256 over all this.
    mac     bytea  NOT NULL
);

-- HMAC-SHA256 over the session; one without is none.
ALTER TABLE access_session ADD COLUMN mac bytea;

-- The key that made this one; NULL for the silo itself, and for keys from before this was noted.
ALTER TABLE access_key ADD COLUMN made_by text;

-- The address that the request came from; NULL where none did.
ALTER TABLE administrative_act ADD COLUMN address text;

-- Texts by name, as JSON: what a key may do and until when, which settings changed. NULL for none.
ALTER TABLE administrative_act ADD COLUMN details text;

-- What the silo was last started with, so that a change can be recorded; never a secret.
CREATE TABLE applied_setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);
