-- name: assessment_fund_list
SELECT id, place, object, line, initial, full_year, actual, stated_rate
  FROM assessment_fund WHERE filing = :filing;

-- name: assessment_fund_insert
INSERT INTO assessment_fund (filing, place, object, line, initial, full_year,
                    actual, stated_rate)
VALUES (:filing, :place, :object, :line, :initial, :full_year, :actual,
        :stated_rate)
RETURNING id;

-- name: assessment_fund_update
UPDATE assessment_fund SET place = :place, object = :object, line = :line,
       initial = :initial, full_year = :full_year, actual = :actual,
       stated_rate = :stated_rate
WHERE id = :id AND filing = :filing;

-- name: assessment_fund_delete
DELETE FROM assessment_fund WHERE id = :id AND filing = :filing;
