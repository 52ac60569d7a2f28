-- name: project_list
SELECT id, place, code, name, type, department, implementer, goal, outcome
  FROM project WHERE filing = :filing;

-- name: project_insert
INSERT INTO project (filing, place, code, name, type, department, implementer,
                    goal, outcome)
VALUES (:filing, :place, :code, :name, :type, :department, :implementer,
        :goal, :outcome)
RETURNING id;

-- name: project_update
UPDATE project SET place = :place, code = :code, name = :name, type = :type,
       department = :department, implementer = :implementer, goal = :goal,
       outcome = :outcome
WHERE id = :id AND filing = :filing;

-- name: project_delete
DELETE FROM project WHERE id = :id AND filing = :filing;
