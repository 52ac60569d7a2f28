-- name: reason_list
SELECT id, figure, words
  FROM reason WHERE filing = :filing ORDER BY id;

-- name: reason_insert
INSERT INTO reason (filing, figure, words)
VALUES (:filing, :figure, :words)
RETURNING id;

-- name: reason_update
UPDATE reason SET figure = :figure, words = :words
WHERE id = :id AND filing = :filing;

-- name: reason_delete
DELETE FROM reason WHERE id = :id AND filing = :filing;
