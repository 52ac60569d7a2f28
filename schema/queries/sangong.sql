-- name: sangong_list
SELECT id, item, initial, full_year, actual, prior_actual
  FROM sangong WHERE filing = :filing ORDER BY id;

-- name: sangong_insert
INSERT INTO sangong (filing, item, initial, full_year, actual, prior_actual)
VALUES (:filing, :item, :initial, :full_year, :actual, :prior_actual)
RETURNING id;

-- name: sangong_update
UPDATE sangong SET item = :item, initial = :initial, full_year = :full_year,
       actual = :actual, prior_actual = :prior_actual
WHERE id = :id AND filing = :filing;

-- name: sangong_delete
DELETE FROM sangong WHERE id = :id AND filing = :filing;
