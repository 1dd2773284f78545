\set first random(1, :communes)
\set n :n + 1
SELECT record_batch(array_agg(1 + (:first + i * 7) % :communes), array_agg('bench-' || :run || '-' || :client_id || '-' || :n || '-' || i), '2024-02-20', array_agg(100 + (:n + i) % 100), array_agg(10::bigint), array_agg(((:n + i) % 3)::smallint)) FROM generate_series(1, 500) AS i;
