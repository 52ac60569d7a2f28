-- name: quantity_list
SELECT id, item, count, measure
  FROM quantity WHERE filing = :filing ORDER BY id;

-- name: quantity_insert
INSERT INTO quantity (filing, item, count, measure)
VALUES (:filing, :item, :count, :measure)
RETURNING id;

-- name: quantity_update
UPDATE quantity SET item = :item, count = :count, measure = :measure
WHERE id = :id AND filing = :filing;

-- name: quantity_delete
DELETE FROM quantity WHERE id = :id AND filing = :filing;
