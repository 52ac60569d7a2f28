-- name: filing_fact_list
SELECT id, place, name, words, count, amount
  FROM filing_fact WHERE filing = :filing;

-- name: filing_fact_insert
INSERT INTO filing_fact (filing, place, name, words, count, amount)
VALUES (:filing, :place, :name, :words, :count, :amount)
RETURNING id;

-- name: filing_fact_update
UPDATE filing_fact SET place = :place, name = :name, words = :words,
       count = :count, amount = :amount
WHERE id = :id AND filing = :filing;

-- name: filing_fact_delete
DELETE FROM filing_fact WHERE id = :id AND filing = :filing;
