-- name: carryover_list
SELECT id, fund, kind, amount
  FROM carryover WHERE filing = :filing ORDER BY id;

-- name: carryover_insert
INSERT INTO carryover (filing, fund, kind, amount)
VALUES (:filing, :fund, :kind, :amount)
RETURNING id;

-- name: carryover_update
UPDATE carryover SET fund = :fund, kind = :kind, amount = :amount
WHERE id = :id AND filing = :filing;

-- name: carryover_delete
DELETE FROM carryover WHERE id = :id AND filing = :filing;
