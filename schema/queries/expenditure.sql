-- name: expenditure_list
SELECT id, functional, economic, category, fund, project, initial, full_year,
       actual
  FROM expenditure WHERE filing = :filing ORDER BY id;

-- name: expenditure_insert
INSERT INTO expenditure (filing, functional, economic, category, fund,
                    project, initial, full_year, actual)
VALUES (:filing, :functional, :economic, :category, :fund, :project, :initial,
        :full_year, :actual)
RETURNING id;

-- name: expenditure_update
UPDATE expenditure SET functional = :functional, economic = :economic,
       category = :category, fund = :fund, project = :project, initial =
       :initial, full_year = :full_year, actual = :actual
WHERE id = :id AND filing = :filing;

-- name: expenditure_delete
DELETE FROM expenditure WHERE id = :id AND filing = :filing;
