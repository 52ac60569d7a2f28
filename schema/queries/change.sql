-- The log of changes, and undo.

-- name: change_drop_undone
-- A new change ends what could be redone.
UPDATE change SET state = 'dropped' WHERE state = 'undone';

-- name: change_insert_do
INSERT INTO change (kind, name, author, at, filing, state, changeset)
VALUES ('do', :name, :author, :at, :filing, 'done', :changeset)
RETURNING id;

-- name: change_insert_again
-- kind is undo or redo.
INSERT INTO change (kind, name, author, at, filing, target)
VALUES (:kind, :name, :author, :at, :filing, :target)
RETURNING id;

-- name: change_set_state
UPDATE change SET state = :state WHERE id = :id;

-- name: change_last_done
SELECT id, name, filing FROM change WHERE state = 'done'
 ORDER BY id DESC LIMIT 1;

-- name: change_next_undone
-- The change undone last is the first one to be redone.
SELECT id, name, filing FROM change WHERE state = 'undone'
 ORDER BY id LIMIT 1;

-- name: change_get
SELECT id, kind, name, author, at, coalesce (filing, 0),
       coalesce (target, 0), coalesce (state, ''), changeset
  FROM change WHERE id = :id;

-- name: change_list
-- The newest first; filing 0 is every filing.
SELECT id, kind, name, author, at, coalesce (filing, 0),
       coalesce (target, 0), coalesce (state, ''), changeset
  FROM change
 WHERE (:filing = 0 OR filing = :filing)
 ORDER BY id DESC LIMIT :most;

-- name: change_made_on
-- Whether anything was changed since a time.
SELECT count(*) FROM change WHERE at >= :since;

