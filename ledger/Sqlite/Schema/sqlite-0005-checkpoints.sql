-- Grain state: the checkpoints of units with children. They can be lost at any time; the reports have it all.
CREATE TABLE grain_state (
    -- The name of the state: 'checkpoint'.
    state   TEXT    NOT NULL,
    -- The grain: 'unit/2023/VN'.
    grain   TEXT    NOT NULL,
    -- One more with every write; whoever writes must know it.
    version INTEGER NOT NULL,
    -- NULL once it was cleared.
    content BLOB,
    PRIMARY KEY (state, grain)
) STRICT;
