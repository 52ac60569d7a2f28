-- 限额 that rules ask for by name.

-- name: check_limit_list
SELECT name, value FROM check_limit ORDER BY name;

-- name: check_limit_set
INSERT INTO check_limit (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = :value;

-- name: check_limit_drop
DELETE FROM check_limit WHERE name = :name;
