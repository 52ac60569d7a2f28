-- name: carryover_list
SELECT id, place, fund, kind, amount
  FROM carryover WHERE filing = :filing;

-- name: carryover_insert
INSERT INTO carryover (filing, place, fund, kind, amount)
VALUES (:filing, :place, :fund, :kind, :amount)
RETURNING id;

-- name: carryover_update
UPDATE carryover SET place = :place, fund = :fund, kind = :kind,
       amount = :amount
WHERE id = :id AND filing = :filing;

-- name: carryover_delete
DELETE FROM carryover WHERE id = :id AND filing = :filing;
