-- name: unit_find
SELECT id FROM unit WHERE code = :code;

-- name: unit_insert
INSERT INTO unit (code) VALUES (:code) RETURNING id;
