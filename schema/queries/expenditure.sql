-- name: expenditure_list
SELECT id, place, functional, economic, category, fund, project, initial,
       full_year, actual
  FROM expenditure WHERE filing = :filing;

-- name: expenditure_insert
INSERT INTO expenditure (filing, place, functional, economic, category, fund,
                    project, initial, full_year, actual)
VALUES (:filing, :place, :functional, :economic, :category, :fund, :project,
        :initial, :full_year, :actual)
RETURNING id;

-- name: expenditure_update
UPDATE expenditure SET place = :place, functional = :functional,
       economic = :economic, category = :category, fund = :fund,
       project = :project, initial = :initial, full_year = :full_year,
       actual = :actual
WHERE id = :id AND filing = :filing;

-- name: expenditure_delete
DELETE FROM expenditure WHERE id = :id AND filing = :filing;
