-- 审核说明, one a finding.

-- name: waiver_list
SELECT rule, instance, words, author, at, figures
  FROM waiver WHERE filing = :filing ORDER BY rule, instance;

-- name: waiver_set
INSERT INTO waiver (filing, rule, instance, words, author, at, figures)
VALUES (:filing, :rule, :instance, :words, :author, :at, :figures)
ON CONFLICT (filing, rule, instance)
DO UPDATE SET words = :words, author = :author, at = :at, figures = :figures;

-- name: waiver_drop
DELETE FROM waiver
 WHERE filing = :filing AND rule = :rule AND instance = :instance;
