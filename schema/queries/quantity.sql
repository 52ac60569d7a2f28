-- name: quantity_list
SELECT id, place, item, count, measure
  FROM quantity WHERE filing = :filing;

-- name: quantity_insert
INSERT INTO quantity (filing, place, item, count, measure)
VALUES (:filing, :place, :item, :count, :measure)
RETURNING id;

-- name: quantity_update
UPDATE quantity SET place = :place, item = :item, count = :count,
       measure = :measure
WHERE id = :id AND filing = :filing;

-- name: quantity_delete
DELETE FROM quantity WHERE id = :id AND filing = :filing;
