-- The log of changes, and undo.

-- name: change_drop_undone
-- A new change ends what could be redone.
UPDATE change SET state = 'dropped' WHERE state = 'undone';

-- name: change_insert_do
INSERT INTO change (kind, name, author, at, filing, state, changeset)
VALUES ('do', :name, :author, :at, :filing, 'done', :changeset)
RETURNING id;

-- name: change_set_final
-- Undo passes over it from now on.
INSERT INTO change_final (change) VALUES (:change);

-- name: change_insert_again
-- kind is undo or redo.
INSERT INTO change (kind, name, author, at, filing, target)
VALUES (:kind, :name, :author, :at, :filing, :target)
RETURNING id;

-- name: change_set_state
UPDATE change SET state = :state WHERE id = :id;

-- name: change_last_done
SELECT id, name, coalesce (filing, 0), changeset
  FROM change
 WHERE state = 'done' AND id NOT IN (SELECT change FROM change_final)
 ORDER BY id DESC LIMIT 1;

-- name: change_name_last_done
-- Its record, which may be large, stays where it is.
SELECT name FROM change
 WHERE state = 'done' AND id NOT IN (SELECT change FROM change_final)
 ORDER BY id DESC LIMIT 1;

-- name: change_name_next_undone
SELECT name FROM change WHERE state = 'undone' ORDER BY id LIMIT 1;

-- name: change_weight_last_done
SELECT length (changeset) FROM change
 WHERE state = 'done' AND id NOT IN (SELECT change FROM change_final)
 ORDER BY id DESC LIMIT 1;

-- name: change_weight_next_undone
SELECT length (changeset) FROM change
 WHERE state = 'undone' ORDER BY id LIMIT 1;

-- name: change_next_undone
-- The change undone last is the first one to be redone.
SELECT id, name, coalesce (filing, 0), changeset
  FROM change WHERE state = 'undone'
 ORDER BY id LIMIT 1;

-- name: change_get
SELECT id, kind, name, author, at, coalesce (filing, 0),
       coalesce (target, 0),
       iif (id IN (SELECT change FROM change_final), 'final',
            coalesce (state, '')),
       changeset
  FROM change WHERE id = :id;

-- name: change_count_from
-- How many changes hold that were made with :id and after it.
SELECT count(*) FROM change
 WHERE state = 'done' AND id >= :id
   AND id NOT IN (SELECT change FROM change_final);

-- name: change_list
-- The newest first, older than :before. author '' is everybody. Of the four
-- lists the one is taken that an index leads to.
SELECT c.id, c.kind, c.name, c.author, c.at, coalesce (c.filing, 0),
       coalesce (c.target, 0),
       iif (c.id IN (SELECT change FROM change_final), 'final',
            coalesce (c.state, '')),
       c.changeset
  FROM change AS c
 WHERE c.id < :before
 ORDER BY c.id DESC LIMIT :most;

-- name: change_list_of_author
SELECT c.id, c.kind, c.name, c.author, c.at, coalesce (c.filing, 0),
       coalesce (c.target, 0),
       iif (c.id IN (SELECT change FROM change_final), 'final',
            coalesce (c.state, '')),
       c.changeset
  FROM change AS c
 WHERE c.author = :author AND c.id < :before
 ORDER BY c.id DESC LIMIT :most;

-- name: change_list_of_filing
SELECT c.id, c.kind, c.name, c.author, c.at, coalesce (c.filing, 0),
       coalesce (c.target, 0),
       iif (c.id IN (SELECT change FROM change_final), 'final',
            coalesce (c.state, '')),
       c.changeset
  FROM change AS c
 WHERE c.filing = :filing AND c.id < :before
   AND (:author = '' OR c.author = :author)
 ORDER BY c.id DESC LIMIT :most;

-- name: change_list_of_table
-- filing 0 is every filing.
SELECT c.id, c.kind, c.name, c.author, c.at, coalesce (c.filing, 0),
       coalesce (c.target, 0),
       iif (c.id IN (SELECT change FROM change_final), 'final',
            coalesce (c.state, '')),
       c.changeset
  FROM change_table AS t CROSS JOIN change AS c ON c.id = t.change
 WHERE t.name = :table AND t.change < :before
   AND (:filing = 0 OR t.filing = :filing)
   AND (:author = '' OR t.author = :author)
 ORDER BY t.change DESC LIMIT :most;

-- name: change_list_authors
-- Steps from one author to the next instead of reading the whole log.
WITH RECURSIVE step (author) AS (
  SELECT min (author) FROM change
   UNION ALL
  SELECT (SELECT min (c.author) FROM change AS c WHERE c.author > step.author)
    FROM step WHERE author IS NOT NULL
)
SELECT author FROM step WHERE author IS NOT NULL;

-- name: change_list_tables
-- As above.
WITH RECURSIVE step (name) AS (
  SELECT min (name) FROM change_table
   UNION ALL
  SELECT (SELECT min (t.name) FROM change_table AS t
           WHERE t.name > step.name)
    FROM step WHERE name IS NOT NULL
)
SELECT name FROM step WHERE name IS NOT NULL;

-- name: change_table_insert
INSERT OR IGNORE INTO change_table (name, change, filing, author)
VALUES (:name, :change, :filing, :author);

-- name: change_list_records
-- Every change with its record; an undo or redo with that of its target.
SELECT c.id, coalesce (c.filing, 0), c.author,
       coalesce (c.changeset, t.changeset)
  FROM change AS c LEFT JOIN change AS t ON t.id = c.target
 ORDER BY c.id;

-- name: change_made_on
-- Whether anything was changed since a time.
SELECT count(*) FROM change WHERE at >= :since;

-- name: change_list_filings
-- Which filings the entries behind :since are about, 0 for none, and the
-- newest entry of each.
SELECT coalesce (filing, 0), max (id) FROM change
 WHERE id > :since GROUP BY filing;
