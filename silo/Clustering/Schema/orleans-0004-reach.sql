-- What silos that do not reach some other member say of themselves, for as long as that lasts: of two that do not reach
-- each other, the one that reaches fewer gives way.
CREATE TABLE orleans_reach (
    deployment text        NOT NULL REFERENCES orleans_cluster (deployment) ON DELETE CASCADE,
    -- The silo, in Orleans' own notation: address, port and generation.
    silo       text        NOT NULL,
    -- How many members it reaches, itself included.
    reached    integer     NOT NULL,
    -- Those that it does not reach.
    missing    text[]      NOT NULL,
    -- When it last said so, by the server's clock.
    said_at    timestamptz NOT NULL,
    PRIMARY KEY (deployment, silo)
);
