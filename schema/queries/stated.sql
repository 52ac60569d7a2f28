-- name: stated_list
SELECT id, place, object, item, value, measure, source
  FROM stated WHERE filing = :filing;

-- name: stated_insert
INSERT INTO stated (filing, place, object, item, value, measure, source)
VALUES (:filing, :place, :object, :item, :value, :measure, :source)
RETURNING id;

-- name: stated_update
UPDATE stated SET place = :place, object = :object, item = :item,
       value = :value, measure = :measure, source = :source
WHERE id = :id AND filing = :filing;

-- name: stated_delete
DELETE FROM stated WHERE id = :id AND filing = :filing;
