-- What somebody who knows PostgreSQL well builds in its stead: reports known by their keys, what stands of each unit, and totals of
-- every level, kept by the database itself.
CREATE TABLE place (
    unit     integer PRIMARY KEY,
    district integer NOT NULL,
    province integer NOT NULL
);

CREATE TABLE report (
    unit            integer     NOT NULL,
    idempotency_key text        NOT NULL,
    effective_on    date        NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    areas           bigint      NOT NULL,
    safe_areas      bigint      NOT NULL,
    committee       smallint    NOT NULL,
    PRIMARY KEY (unit, idempotency_key)
);

-- A row of every unit from the beginning, with room beside it, so that a change never touches an index.
CREATE TABLE standing (
    unit         integer PRIMARY KEY,
    effective_on date     NOT NULL DEFAULT '-infinity',
    areas        bigint   NOT NULL DEFAULT 0,
    safe_areas   bigint   NOT NULL DEFAULT 0,
    committee    smallint NOT NULL DEFAULT -1
) WITH (fillfactor = 50);

-- Of units, districts and provinces by their numbers, and of the nation by the greatest.
CREATE TABLE total (
    unit          integer PRIMARY KEY,
    areas         bigint NOT NULL DEFAULT 0,
    safe_areas    bigint NOT NULL DEFAULT 0,
    not_started   bigint NOT NULL DEFAULT 0,
    consolidating bigint NOT NULL DEFAULT 0,
    consolidated  bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 10);

CREATE FUNCTION add_to_total(one integer, areas_more bigint, safe_more bigint, was smallint, is_now smallint) RETURNS void
LANGUAGE sql AS $$
    UPDATE total
    SET areas = areas + areas_more,
        safe_areas = safe_areas + safe_more,
        not_started = not_started + (is_now = 0)::int - (was = 0)::int,
        consolidating = consolidating + (is_now = 1)::int - (was = 1)::int,
        consolidated = consolidated + (is_now = 2)::int - (was = 2)::int
    WHERE unit = one
$$;

-- From the lowest total to the nation's, which so is locked for the shortest time.
CREATE FUNCTION count_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before standing;
    at     place;
BEGIN
    SELECT * INTO before FROM standing WHERE unit = NEW.unit FOR UPDATE;
    IF NEW.effective_on < before.effective_on THEN
        RETURN NULL;
    END IF;
    UPDATE standing
    SET effective_on = NEW.effective_on, areas = NEW.areas, safe_areas = NEW.safe_areas, committee = NEW.committee
    WHERE unit = NEW.unit;
    SELECT * INTO at FROM place WHERE unit = NEW.unit;
    PERFORM add_to_total(NEW.unit, NEW.areas - before.areas, NEW.safe_areas - before.safe_areas, before.committee, NEW.committee);
    PERFORM add_to_total(at.district, NEW.areas - before.areas, NEW.safe_areas - before.safe_areas, before.committee, NEW.committee);
    PERFORM add_to_total(at.province, NEW.areas - before.areas, NEW.safe_areas - before.safe_areas, before.committee, NEW.committee);
    PERFORM add_to_total(2147483647, NEW.areas - before.areas, NEW.safe_areas - before.safe_areas, before.committee, NEW.committee);
    RETURN NULL;
END
$$;

-- A batch of one report for each of its units, in one pass over sets; rows are locked in the order of units, so that no two batches wait
-- for each other.
CREATE FUNCTION record_batch(units integer[], keys text[], day date, new_areas bigint[], new_safe bigint[], new_state smallint[])
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    changed integer[];
    more    bigint[];
    safe    bigint[];
    state_0 bigint[];
    state_1 bigint[];
    state_2 bigint[];
BEGIN
    PERFORM FROM standing WHERE unit = ANY (units) ORDER BY unit FOR UPDATE;
    WITH given AS (
        SELECT * FROM unnest(units, keys, new_areas, new_safe, new_state) AS given (unit, key, areas, safe_areas, committee)
    ),
    inserted AS (
        INSERT INTO report (unit, idempotency_key, effective_on, areas, safe_areas, committee)
        SELECT unit, key, day, areas, safe_areas, committee FROM given ORDER BY unit
        ON CONFLICT DO NOTHING
        RETURNING unit, areas, safe_areas, committee
    ),
    before AS (
        SELECT standing.* FROM standing JOIN inserted USING (unit) WHERE standing.effective_on <= day
    ),
    stands AS (
        UPDATE standing
        SET effective_on = day, areas = inserted.areas, safe_areas = inserted.safe_areas, committee = inserted.committee
        FROM inserted
        WHERE standing.unit = inserted.unit AND standing.effective_on <= day
    ),
    delta AS (
        SELECT place.*,
               inserted.areas - before.areas AS areas,
               inserted.safe_areas - before.safe_areas AS safe_areas,
               (inserted.committee = 0)::int - (before.committee = 0)::int AS not_started,
               (inserted.committee = 1)::int - (before.committee = 1)::int AS consolidating,
               (inserted.committee = 2)::int - (before.committee = 2)::int AS consolidated
        FROM inserted JOIN before USING (unit) JOIN place USING (unit)
    ),
    summed AS (
        SELECT area.unit, sum(areas) AS areas, sum(safe_areas) AS safe_areas, sum(not_started) AS not_started,
               sum(consolidating) AS consolidating, sum(consolidated) AS consolidated
        FROM delta CROSS JOIN LATERAL (VALUES (delta.unit), (district), (province), (2147483647)) AS area (unit)
        GROUP BY area.unit
    )
    SELECT array_agg(unit), array_agg(areas), array_agg(safe_areas), array_agg(not_started), array_agg(consolidating),
           array_agg(consolidated)
    INTO changed, more, safe, state_0, state_1, state_2
    FROM summed;
    PERFORM FROM total WHERE unit = ANY (changed) ORDER BY unit FOR UPDATE;
    UPDATE total
    SET areas = total.areas + one.areas,
        safe_areas = total.safe_areas + one.safe_areas,
        not_started = total.not_started + one.not_started,
        consolidating = total.consolidating + one.consolidating,
        consolidated = total.consolidated + one.consolidated
    FROM unnest(changed, more, safe, state_0, state_1, state_2)
        AS one (unit, areas, safe_areas, not_started, consolidating, consolidated)
    WHERE total.unit = one.unit;
    RETURN cardinality(changed);
END
$$;
