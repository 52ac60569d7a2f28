-- name: income_list
SELECT id, place, source, functional, initial, full_year, actual
  FROM income WHERE filing = :filing;

-- name: income_insert
INSERT INTO income (filing, place, source, functional, initial, full_year,
                    actual)
VALUES (:filing, :place, :source, :functional, :initial, :full_year, :actual)
RETURNING id;

-- name: income_update
UPDATE income SET place = :place, source = :source, functional = :functional,
       initial = :initial, full_year = :full_year, actual = :actual
WHERE id = :id AND filing = :filing;

-- name: income_delete
DELETE FROM income WHERE id = :id AND filing = :filing;
