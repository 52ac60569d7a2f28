/* SQLite without the store, for files that the store would not write. */
#pragma once

#include <check.h>
#include <glib.h>
#include <sqlite3.h>

/* Opens @path, made if need be. */
static inline sqlite3 *
raw_open (const char *path)
{
  sqlite3 *database = NULL;

  ck_assert_int_eq (sqlite3_open_v2 (path, &database,
                                     SQLITE_OPEN_READWRITE
                                       | SQLITE_OPEN_CREATE,
                                     NULL),
                    SQLITE_OK);
  return database;
}

/* Runs @sql, which is expected to work. */
static inline void
raw_exec (sqlite3 *database, const char *sql)
{
  char *message = NULL;
  int code = sqlite3_exec (database, sql, NULL, NULL, &message);

  ck_assert_msg (code == SQLITE_OK, "%s: %s", sql, message);
}

/* Runs @sql on the file @path. */
static inline void
raw_run (const char *path, const char *sql)
{
  sqlite3 *database = raw_open (path);

  raw_exec (database, sql);
  ck_assert_int_eq (sqlite3_close (database), SQLITE_OK);
}

/* The first number that @sql gives on the file @path. */
static inline gint64
raw_ask (const char *path, const char *sql)
{
  sqlite3 *database = raw_open (path);
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  ck_assert_int_eq (
    sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), SQLITE_OK);
  ck_assert_int_eq (sqlite3_step (statement), SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  ck_assert_int_eq (sqlite3_finalize (statement), SQLITE_OK);
  ck_assert_int_eq (sqlite3_close (database), SQLITE_OK);
  return answer;
}
