-- Grain state where one process is the whole system: the checkpoints of units with children. They can be lost at any time;
-- the reports have it all. Silos of a cluster keep theirs in Orleans' own table.
CREATE TABLE grain_state (
    -- The name of the state: 'checkpoint'.
    state   text   NOT NULL,
    -- The grain: 'unit/2023/VN'.
    grain   text   NOT NULL,
    -- One more with every write; whoever writes must know it.
    version bigint NOT NULL,
    -- NULL once it was cleared.
    content bytea,
    PRIMARY KEY (state, grain)
);

-- Not compressed: it is written over and over and read once at a start.
ALTER TABLE grain_state ALTER COLUMN content SET STORAGE EXTERNAL;
