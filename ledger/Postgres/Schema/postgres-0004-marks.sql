-- What became true of this ledger once and stays true: 'demonstration'.
CREATE TABLE mark (
    name   text        PRIMARY KEY,
    set_at timestamptz NOT NULL
);
