-- What a connection says of itself and of the file.

-- name: connection_harden
-- Run once on every connection, before anything is read.
PRAGMA trusted_schema = OFF;
PRAGMA foreign_keys = ON;
PRAGMA cell_size_check = ON;
PRAGMA recursive_triggers = OFF;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 0;
PRAGMA cache_size = -16000;

-- name: connection_use_wal
PRAGMA journal_mode = WAL;

-- name: connection_use_no_log
-- For a copy, so that looking at it leaves no file beside it.
PRAGMA journal_mode = DELETE;

-- name: connection_user_version
PRAGMA user_version;

-- name: connection_application_id
PRAGMA application_id;

-- name: connection_objects
-- Everything the schema is made of, for comparing it with ours.
SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '')
  FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'
 ORDER BY type, name, tbl_name;

-- name: connection_columns
SELECT name, pk FROM pragma_table_info (:item) ORDER BY cid;

-- name: connection_quick_check
PRAGMA quick_check (1);

-- name: connection_foreign_key_check
PRAGMA foreign_key_check;

-- name: connection_begin
BEGIN IMMEDIATE;

-- name: connection_begin_read
BEGIN;

-- name: connection_commit
COMMIT;

-- name: connection_rollback
ROLLBACK;

-- name: connection_data_version
PRAGMA data_version;
