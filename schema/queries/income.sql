-- name: income_list
SELECT id, source, functional, initial, full_year, actual
  FROM income WHERE filing = :filing ORDER BY id;

-- name: income_insert
INSERT INTO income (filing, source, functional, initial, full_year, actual)
VALUES (:filing, :source, :functional, :initial, :full_year, :actual)
RETURNING id;

-- name: income_update
UPDATE income SET source = :source, functional = :functional, initial =
       :initial, full_year = :full_year, actual = :actual
WHERE id = :id AND filing = :filing;

-- name: income_delete
DELETE FROM income WHERE id = :id AND filing = :filing;
