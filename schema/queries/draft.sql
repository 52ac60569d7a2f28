-- name: draft_list
SELECT id, book, line, place, field, typed
  FROM draft WHERE filing = :filing ORDER BY book, place, line DESC, id;

-- name: draft_list_of_book
SELECT id, book, line, place, field, typed
  FROM draft WHERE filing = :filing AND book = :book
 ORDER BY place, line DESC, id;

-- name: draft_set
INSERT INTO draft (filing, book, line, place, field, typed)
VALUES (:filing, :book, :line, :place, :field, :typed)
ON CONFLICT (filing, book, line, field)
DO UPDATE SET place = :place, typed = :typed;

-- name: draft_drop
DELETE FROM draft
 WHERE filing = :filing AND book = :book AND line = :line AND field = :field;

-- name: draft_drop_line
DELETE FROM draft WHERE filing = :filing AND book = :book AND line = :line;

-- name: draft_clear
DELETE FROM draft WHERE filing = :filing;
