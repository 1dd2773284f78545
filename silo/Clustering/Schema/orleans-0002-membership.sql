-- One row a cluster. Its version grows with every change of membership, and a change names the version that it has
-- seen: two silos never change the membership from the same picture of it.
CREATE TABLE orleans_cluster (
    deployment text    NOT NULL PRIMARY KEY,
    version    integer NOT NULL
);

-- One row for each start of each silo.
CREATE TABLE orleans_silo (
    deployment text        NOT NULL REFERENCES orleans_cluster (deployment) ON DELETE CASCADE,
    address    text        NOT NULL,
    port       integer     NOT NULL,
    -- Tells a silo from an earlier one at the same address.
    generation integer     NOT NULL,
    name       text        NOT NULL,
    host       text        NOT NULL,
    -- SiloStatus: 3 active, 6 dead.
    status     integer     NOT NULL,
    proxy_port integer     NOT NULL,
    -- Who suspects it, and since when, in Orleans' own notation.
    suspects   text,
    started_at timestamptz NOT NULL,
    alive_at   timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
-- True when the cluster is new.
('InsertMembershipVersionKey', $$
WITH made AS (
    INSERT INTO orleans_cluster (deployment, version) VALUES (@DeploymentId, 0)
    ON CONFLICT DO NOTHING
    RETURNING version)
SELECT EXISTS (SELECT FROM made)
$$),

-- True when the silo is in the table; false when the version has moved on or the silo was there already. The lock on
-- the cluster's row lets one change through at a time.
('InsertMembershipKey', $$
WITH moved AS (
    UPDATE orleans_cluster
    SET version = version + 1
    WHERE deployment = @DeploymentId AND version = @Version AND NOT EXISTS (
        SELECT FROM orleans_silo
        WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deployment),
made AS (
    INSERT INTO orleans_silo (deployment, address, port, generation, name, host, status, proxy_port, started_at, alive_at)
    SELECT deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM moved
    RETURNING deployment)
SELECT EXISTS (SELECT FROM made)
$$),

-- True when the silo's row is changed; false when the version has moved on or there is no such silo.
('UpdateMembershipKey', $$
WITH moved AS (
    UPDATE orleans_cluster
    SET version = version + 1
    WHERE deployment = @DeploymentId AND version = @Version AND EXISTS (
        SELECT FROM orleans_silo
        WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deployment),
changed AS (
    UPDATE orleans_silo AS silo
    SET status = @Status, suspects = @SuspectTimes, alive_at = @IAmAliveTime
    FROM moved
    WHERE silo.deployment = moved.deployment AND address = @Address AND port = @Port AND generation = @Generation
    RETURNING silo.deployment)
SELECT EXISTS (SELECT FROM changed)
$$),

-- A sign of life is no change of membership: the version stays.
('UpdateIAmAlivetimeKey', $$
UPDATE orleans_silo
SET alive_at = @IAmAliveTime
WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$$),

-- The version comes even when there is no such silo, with nothing beside it.
('MembershipReadRowKey', $$
SELECT version AS Version, address AS Address, port AS Port, generation AS Generation, name AS SiloName, host AS HostName,
       status AS Status, proxy_port AS ProxyPort, suspects AS SuspectTimes, started_at AS StartTime, alive_at AS IAmAliveTime
FROM orleans_cluster
LEFT JOIN orleans_silo
    ON orleans_silo.deployment = orleans_cluster.deployment AND address = @Address AND port = @Port AND generation = @Generation
WHERE orleans_cluster.deployment = @DeploymentId
$$),

('MembershipReadAllKey', $$
SELECT version AS Version, address AS Address, port AS Port, generation AS Generation, name AS SiloName, host AS HostName,
       status AS Status, proxy_port AS ProxyPort, suspects AS SuspectTimes, started_at AS StartTime, alive_at AS IAmAliveTime
FROM orleans_cluster
LEFT JOIN orleans_silo ON orleans_silo.deployment = orleans_cluster.deployment
WHERE orleans_cluster.deployment = @DeploymentId
$$),

-- Where clients outside the cluster may connect.
('GatewaysQueryKey', $$
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM orleans_silo
WHERE deployment = @DeploymentId AND status = @Status AND proxy_port > 0
$$),

('DeleteMembershipTableEntriesKey', $$
DELETE FROM orleans_cluster WHERE deployment = @DeploymentId
$$),

-- What is left of silos that ended long ago. Only the dead go, so the version stays.
('CleanupDefunctSiloEntriesKey', $$
DELETE FROM orleans_silo WHERE deployment = @DeploymentId AND status = 6 AND alive_at < @IAmAliveTime
$$);
