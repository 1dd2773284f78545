-- What grains keep by [PersistentState]. The provider sends hashes too, which a primary key on the names makes needless.
CREATE TABLE orleans_grain_state (
    service  text    NOT NULL,
    -- The name of the state, unique among all grains.
    state    text    NOT NULL,
    -- The key of the grain: two halves of a number or GUID, and the text, '' where there is none.
    key_0    bigint  NOT NULL,
    key_1    bigint  NOT NULL,
    key_text text    NOT NULL,
    -- The ETag: 1 for the first write, one more for every other.
    version  integer NOT NULL,
    -- NULL once it is cleared: the version stays, so that it is not written by who knows only what was before.
    payload  bytea,
    PRIMARY KEY (service, state, key_0, key_1, key_text)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $$
SELECT payload AS PayloadBinary, version AS Version
FROM orleans_grain_state
WHERE service = @ServiceId AND state = @GrainTypeString
    AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1 AND key_text = coalesce(@GrainIdExtensionString, '')
$$),

-- The new version; no row when the one named is not the stored one, or none is named and there is one.
('WriteToStorageKey', $$
WITH replaced AS (
    UPDATE orleans_grain_state
    SET payload = @PayloadBinary, version = version + 1
    WHERE service = @ServiceId AND state = @GrainTypeString
        AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1 AND key_text = coalesce(@GrainIdExtensionString, '')
        AND version = @GrainStateVersion
    RETURNING version),
made AS (
    INSERT INTO orleans_grain_state (service, state, key_0, key_1, key_text, version, payload)
    SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
    WHERE @GrainStateVersion IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version)
SELECT version AS NewGrainStateVersion FROM replaced
UNION ALL
SELECT version FROM made
$$),

('ClearStorageKey', $$
UPDATE orleans_grain_state
SET payload = NULL, version = version + 1
WHERE service = @ServiceId AND state = @GrainTypeString
    AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1 AND key_text = coalesce(@GrainIdExtensionString, '')
    AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
$$),

('DeleteStorageKey', $$
DELETE FROM orleans_grain_state
WHERE service = @ServiceId AND state = @GrainTypeString
    AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1 AND key_text = coalesce(@GrainIdExtensionString, '')
    AND version = @GrainStateVersion
RETURNING version + 1 AS NewGrainStateVersion
$$);
