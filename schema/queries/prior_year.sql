-- name: prior_year_list
SELECT id, figure, amount
  FROM prior_year WHERE filing = :filing ORDER BY id;

-- name: prior_year_insert
INSERT INTO prior_year (filing, figure, amount)
VALUES (:filing, :figure, :amount)
RETURNING id;

-- name: prior_year_update
UPDATE prior_year SET figure = :figure, amount = :amount
WHERE id = :id AND filing = :filing;

-- name: prior_year_delete
DELETE FROM prior_year WHERE id = :id AND filing = :filing;
