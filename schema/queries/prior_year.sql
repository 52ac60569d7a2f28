-- name: prior_year_list
SELECT id, place, figure, amount
  FROM prior_year WHERE filing = :filing;

-- name: prior_year_insert
INSERT INTO prior_year (filing, place, figure, amount)
VALUES (:filing, :place, :figure, :amount)
RETURNING id;

-- name: prior_year_update
UPDATE prior_year SET place = :place, figure = :figure, amount = :amount
WHERE id = :id AND filing = :filing;

-- name: prior_year_delete
DELETE FROM prior_year WHERE id = :id AND filing = :filing;
