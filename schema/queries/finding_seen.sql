-- Since when findings are open.

-- name: finding_seen_list
-- In the order of the bytes.
SELECT rule, instance, first_seen
  FROM finding_seen WHERE filing = :filing ORDER BY rule, instance;

-- name: finding_seen_add
INSERT INTO finding_seen (filing, rule, instance, first_seen)
VALUES (:filing, :rule, :instance, :first_seen)
ON CONFLICT (filing, rule, instance) DO NOTHING;

-- name: finding_seen_drop
DELETE FROM finding_seen
 WHERE filing = :filing AND rule = :rule AND instance = :instance;
