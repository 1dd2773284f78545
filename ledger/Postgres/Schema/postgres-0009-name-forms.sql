-- The versions of the normal form of names, and since when the ledger has used each: what was known before is folded by the version of then,
-- so that no figure that was read out changes.
CREATE TABLE name_form (
    version integer     PRIMARY KEY,
    -- 1970-01-01 where the ledger had no row yet.
    since   timestamptz NOT NULL
);

WITH RECURSIVE head AS (
    (SELECT unit, recorded_at FROM report ORDER BY unit DESC, sequence DESC LIMIT 1)
    UNION ALL
    SELECT lower.*
    FROM head
    CROSS JOIN LATERAL (
        SELECT unit, recorded_at FROM report WHERE report.unit < head.unit ORDER BY report.unit DESC, report.sequence DESC LIMIT 1
    ) AS lower
)
INSERT INTO name_form (version, since)
SELECT 2, CASE WHEN count(*) = 0 THEN 'epoch' ELSE greatest(max(recorded_at) + interval '1 microsecond', clock_timestamp()) END
FROM head;
