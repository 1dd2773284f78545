-- What became true of this ledger once and stays true: 'demonstration'.
CREATE TABLE mark (
    name   TEXT NOT NULL PRIMARY KEY,
    set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
