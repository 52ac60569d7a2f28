#include "../books/fixture.h"
#include "jh-backup.h"
#include "jh-queries.h"
#include "jh-store-private.h"
#include "jh-store.h"
#include "raw.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file of version @version with a filing that has facts, a project and a
 * reason: what every version can hold. The caller frees the path. */
static char *
make_old (guint version)
{
  char *path = new_path ();
  sqlite3 *database = raw_open (path);

  for (guint i = 1; i <= version; i++)
    raw_exec (database, jh_migration_sql (i));
  raw_exec (
    database,
    "INSERT INTO unit (id, code) VALUES (7, 'U1');"
    "INSERT INTO filing (id, unit, year, unit_name, money_unit)"
    " VALUES (5, 7, 2023, '甲单位', '万元');"
    "INSERT INTO filing_fact (filing, name, count)"
    " VALUES (5, '年末在职人数', 12);"
    "INSERT INTO project (filing, code, name) VALUES (5, 'P1', '修缮');"
    "INSERT INTO reason (filing, figure, words)"
    " VALUES (5, '支出', '人员增加');");
  ck_assert_int_eq (sqlite3_close (database), SQLITE_OK);
  return path;
}

/* Fails unless @store holds what make_old() wrote. */
static void
assert_old_books (JhStore *store)
{
  g_autoptr (JhBooks) books = load_books (store, 5);

  ck_assert_str_eq (books->filing->name, "甲单位");
  ck_assert_str_eq (books->filing->code, "U1");
  ck_assert_str_eq (books->filing->state, "填报");
  ck_assert_int_eq (jh_books_find_fact (books, "年末在职人数")->count.value,
                    12);
  ck_assert_str_eq (jh_books_find_project (books, "P1")->name, "修缮");
  assert_words (store, 5, "人员增加");
}

/* Takes a new file back to version 3. */
#define TAKE_BACK                                                            \
  "DROP TABLE waiver; DROP TABLE finding_seen; DROP TABLE user_check;"       \
  "DROP TABLE check_limit; DROP TABLE change_final;"                         \
  "DROP TABLE change_table; DROP INDEX change_author;"                       \
  "DROP INDEX change_filing; PRAGMA user_version = 3;"

/* The copies made beside @path. The caller unrefs them. */
static GPtrArray *
list_copies (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = jh_backup_list (path, &error);

  jh_assert_no_error (error);
  return copies;
}

START_TEST (an_older_file_is_copied_and_brought_up_to_date)
{
  g_autofree char *path = make_old (_i);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_WRITE);
  g_autoptr (GPtrArray) copies = list_copies (path);
  g_autoptr (GError) error = NULL;

  assert_old_books (store);
  ck_assert (
    jh_migrate_verify (store->connection, JH_SCHEMA_VERSION, &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (copies->len, 1);
  ck_assert_ptr_nonnull (strstr (copies->pdata[0], "-升级前.jiheng"));
  ck_assert_int_eq (raw_ask (copies->pdata[0], "PRAGMA user_version"), _i);
  ck_assert_int_eq (
    raw_ask (copies->pdata[0], "SELECT id FROM filing WHERE year = 2023"), 5);
  ck_assert_int_eq (raw_ask (path, "PRAGMA user_version"), JH_SCHEMA_VERSION);
  change_words (store, 5, "新");
}
END_TEST

START_TEST (an_older_file_is_brought_up_to_date_once)
{
  g_autofree char *path = make_old (_i);
  g_autoptr (GPtrArray) copies = NULL;

  jh_store_close (open_books (path, JH_STORE_CREATE));
  jh_store_close (open_books (path, JH_STORE_CREATE));
  jh_store_close (open_books (path, JH_STORE_READ));
  copies = list_copies (path);
  ck_assert_uint_eq (copies->len, 1);
}
END_TEST

START_TEST (an_older_file_is_not_altered_by_reading)
{
  g_autofree char *path = make_old (_i);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, now;

  before = jh_test_read (path, &length);
  ck_assert_ptr_null (jh_store_open (path, JH_STORE_READ, &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY,
                   "“账.jiheng”是旧版本的账套，要先能写入才能升级");
  after = jh_test_read (path, &now);
  ck_assert_uint_eq (now, length);
  ck_assert_mem_eq (before, after, length);
  copies = list_copies (path);
  ck_assert_uint_eq (copies->len, 0);
}
END_TEST

START_TEST (an_older_file_with_an_altered_structure_is_refused)
{
  g_autofree char *path = make_old (_i);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  raw_run (path, "CREATE TRIGGER extra AFTER INSERT ON fund BEGIN"
                 " DELETE FROM reason; END");
  ck_assert_ptr_null (jh_store_open (path, JH_STORE_WRITE, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED, "的结构被别的程序改动过");
  ck_assert_int_eq (raw_ask (path, "PRAGMA user_version"), _i);
  ck_assert_int_eq (raw_ask (path, "SELECT count(*) FROM reason"), 1);
  copies = list_copies (path);
  ck_assert_uint_eq (copies->len, 0);
}
END_TEST

START_TEST (a_migration_that_fails_half_way_leaves_the_old_file)
{
  g_autofree char *path = make_old (1);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GError) error = NULL;

  /* In the way of the last of the lists that migration 2 brings. */
  raw_run (path, "INSERT INTO fact_name (name, ordinal, kind)"
                 " VALUES ('单价100万元以上设备', 17, 'count')");
  for (guint i = 0; i < 2; i++)
    {
      ck_assert_ptr_null (jh_store_open (path, JH_STORE_WRITE, &error));
      jh_assert_error (error, JH_ERROR_DATA, "不能入账");
      ck_assert_int_eq (raw_ask (path, "PRAGMA user_version"), 1);
      ck_assert_int_eq (raw_ask (path, "SELECT count(*) FROM fund"), 0);
      ck_assert_int_eq (raw_ask (path, "SELECT count(*) FROM reason"), 1);
    }
  copies = list_copies (path);
  ck_assert_uint_ge (copies->len, 1);
  raw_run (path, "DELETE FROM fact_name");
  store = open_books (path, JH_STORE_WRITE);
  assert_old_books (store);
}
END_TEST

START_TEST (without_a_copy_nothing_is_brought_up_to_date)
{
  g_autofree char *path = make_old (1);
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents (folder, "", 0, NULL));
  ck_assert_ptr_null (jh_store_open (path, JH_STORE_WRITE, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不是文件夹");
  ck_assert_int_eq (raw_ask (path, "PRAGMA user_version"), 1);
  ck_assert_int_eq (raw_ask (path, "SELECT count(*) FROM fund"), 0);
}
END_TEST

START_TEST (many_may_bring_a_file_up_to_date_at_once)
{
  g_autofree char *path = make_old (1);
  g_autoptr (JhStore) store = NULL;
  pid_t children[6];

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      {
        g_autoptr (GError) error = NULL;
        JhStore *mine = jh_store_open (path, JH_STORE_WRITE, &error);

        if (error)
          g_printerr ("%s\n", error->message);
        _exit (mine ? 0 : 1);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      ck_assert_int_eq (waitpid (children[i], &status, 0), children[i]);
      ck_assert_msg (WIFEXITED (status) && WEXITSTATUS (status) == 0,
                     "one of them could not open the books");
    }
  store = open_books (path, JH_STORE_READ);
  assert_old_books (store);
}
END_TEST

START_TEST (each_migration_leads_to_its_version)
{
  g_autofree char *path = new_path ();

  for (guint i = 1; i <= JH_SCHEMA_VERSION; i++)
    {
      raw_run (path, jh_migration_sql (i));
      ck_assert_int_eq (raw_ask (path, "PRAGMA user_version"), i);
      ck_assert_int_eq (raw_ask (path, "PRAGMA application_id"), 1246250057);
    }
}
END_TEST

START_TEST (an_older_log_learns_which_tables_were_touched)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  change_words (store, id, "甲");
  ck_assert (jh_change_undo (store, NULL, &error));
  before = jh_change_list_tables (store, &error);
  ck_assert_uint_gt (before->len, JH_N_TABLES);
  jh_store_close (store);
  raw_run (path, TAKE_BACK);
  store = open_books (path, JH_STORE_WRITE);
  after = jh_change_list_tables (store, &error);
  jh_assert_no_error (error);
  ck_assert_uint_eq (after->len, before->len);
  jh_store_close (store);
  ck_assert_int_eq (raw_ask (path, "SELECT count(*) FROM change_table"
                                   " WHERE name = 'reason' AND filing > 0"),
                    3);
}
END_TEST

START_TEST (a_record_in_an_older_log_that_is_none_has_no_tables)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);

  jh_store_close (store);
  raw_run (path,
           TAKE_BACK "INSERT INTO change (kind, name, author, at, state,"
                     " changeset) VALUES ('do', '坏', '?',"
                     " '2023-12-31T17:05:09+0800', 'done', x'5401')");
  store = open_books (path, JH_STORE_WRITE);
  jh_store_close (store);
  ck_assert_int_eq (raw_ask (path, "SELECT count(*) FROM change_table"), 0);
}
END_TEST

START_TEST (the_fingerprint_of_a_version_is_that_of_its_structure)
{
  g_autoptr (GError) error = NULL;
  const char *structure = jh_migrate_describe (_i, &error);
  g_autofree char *print = NULL;

  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (strstr (structure, "table unit unit CREATE TABLE"));
  print = g_compute_checksum_for_string (G_CHECKSUM_SHA256, structure, -1);
  ck_assert_str_eq (print, jh_migration_fingerprint (_i));
}
END_TEST

/* What may be done to the structure of a file; each is to be refused. */
static const char *const alterations[] = {
  "CREATE TABLE extra (a)",
  "CREATE VIEW extra AS SELECT 1",
  "CREATE INDEX extra ON reason (words)",
  "DROP INDEX income_filing",
  "DROP TABLE stated",
  "DROP TRIGGER reason_locked_update",
  "DROP TRIGGER reason_locked_update;"
  "CREATE TRIGGER reason_locked_update BEFORE UPDATE ON reason"
  " BEGIN SELECT 1; END",
  "ALTER TABLE reason ADD COLUMN extra TEXT",
  "ALTER TABLE reason DROP COLUMN words",
  "ALTER TABLE reason RENAME COLUMN words TO word",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
  " replace (sql, '锁定', '锁锭') WHERE name = 'reason_locked_update'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
  " replace (sql, 'BETWEEN 1 AND 4000', 'BETWEEN 1 AND 9999')"
  " WHERE name = 'reason'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' '"
  " WHERE name = 'reason_locked_update'",
};

START_TEST (every_alteration_of_the_structure_is_refused)
{
  for (guint mode = JH_STORE_READ; mode <= JH_STORE_CREATE; mode++)
    {
      g_autofree char *path = new_path ();
      g_autoptr (GError) error = NULL;

      jh_store_close (open_books (path, JH_STORE_CREATE));
      raw_run (path, alterations[_i]);
      ck_assert_ptr_null (jh_store_open (path, mode, &error));
      jh_assert_error (error, JH_ERROR_DAMAGED, "的结构被别的程序改动过");
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("migrate");
  TCase *tests = tcase_create ("migrate");

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, an_older_file_is_copied_and_brought_up_to_date,
                       1, JH_SCHEMA_VERSION);
  tcase_add_loop_test (tests, an_older_file_is_brought_up_to_date_once, 1,
                       JH_SCHEMA_VERSION);
  tcase_add_loop_test (tests, an_older_file_is_not_altered_by_reading, 1,
                       JH_SCHEMA_VERSION);
  tcase_add_loop_test (tests,
                       an_older_file_with_an_altered_structure_is_refused, 1,
                       JH_SCHEMA_VERSION);
  tcase_add_test (tests, a_migration_that_fails_half_way_leaves_the_old_file);
  tcase_add_test (tests, without_a_copy_nothing_is_brought_up_to_date);
  tcase_add_test (tests, many_may_bring_a_file_up_to_date_at_once);
  tcase_add_test (tests, each_migration_leads_to_its_version);
  tcase_add_loop_test (tests,
                       the_fingerprint_of_a_version_is_that_of_its_structure,
                       1, JH_SCHEMA_VERSION + 1);
  tcase_add_loop_test (tests, every_alteration_of_the_structure_is_refused, 0,
                       G_N_ELEMENTS (alterations));
  tcase_add_test (tests, an_older_log_learns_which_tables_were_touched);
  tcase_add_test (tests, a_record_in_an_older_log_that_is_none_has_no_tables);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
