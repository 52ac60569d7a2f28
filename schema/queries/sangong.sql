-- name: sangong_list
SELECT id, place, item, initial, full_year, actual, prior_actual
  FROM sangong WHERE filing = :filing;

-- name: sangong_insert
INSERT INTO sangong (filing, place, item, initial, full_year, actual,
                    prior_actual)
VALUES (:filing, :place, :item, :initial, :full_year, :actual, :prior_actual)
RETURNING id;

-- name: sangong_update
UPDATE sangong SET place = :place, item = :item, initial = :initial,
       full_year = :full_year, actual = :actual, prior_actual = :prior_actual
WHERE id = :id AND filing = :filing;

-- name: sangong_delete
DELETE FROM sangong WHERE id = :id AND filing = :filing;
