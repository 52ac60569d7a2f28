-- name: reason_list
SELECT id, place, figure, words
  FROM reason WHERE filing = :filing;

-- name: reason_insert
INSERT INTO reason (filing, place, figure, words)
VALUES (:filing, :place, :figure, :words)
RETURNING id;

-- name: reason_update
UPDATE reason SET place = :place, figure = :figure, words = :words
WHERE id = :id AND filing = :filing;

-- name: reason_delete
DELETE FROM reason WHERE id = :id AND filing = :filing;
