-- name: indicator_list
SELECT id, place, object, level1, level2, level3, nature, operator, target,
       measure, actual, weight, score, reason
  FROM indicator WHERE filing = :filing;

-- name: indicator_insert
INSERT INTO indicator (filing, place, object, level1, level2, level3, nature,
                    operator, target, measure, actual, weight, score, reason)
VALUES (:filing, :place, :object, :level1, :level2, :level3, :nature,
        :operator, :target, :measure, :actual, :weight, :score, :reason)
RETURNING id;

-- name: indicator_update
UPDATE indicator SET place = :place, object = :object, level1 = :level1,
       level2 = :level2, level3 = :level3, nature = :nature,
       operator = :operator, target = :target, measure = :measure,
       actual = :actual, weight = :weight, score = :score, reason = :reason
WHERE id = :id AND filing = :filing;

-- name: indicator_delete
DELETE FROM indicator WHERE id = :id AND filing = :filing;
