\set unit random(1, :communes)
\set n :n + 1
INSERT INTO report (unit, idempotency_key, effective_on, areas, safe_areas, committee) VALUES (:unit, 'bench-' || :run || '-' || :client_id || '-' || :n, '2024-02-20', 100 + :n % 100, 10, :n % 3) ON CONFLICT DO NOTHING;
