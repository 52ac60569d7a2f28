/* Files that were damaged or tampered with. */
#include "../books/fixture.h"
#include "jh-store.h"
#include "raw.h"

#include <unistd.h>

/* Closed books with a full filing, whose id is 1. The caller frees the
 * path. */
static char *
make_books (void)
{
  char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);

  ck_assert_int_eq (new_full_filing (store, "U1", 2023), 1);
  return path;
}

/* Whether @code may be told of a file that is damaged. */
static gboolean
is_expected (const GError *error)
{
  return error != NULL && error->domain == JH_ERROR
         && (error->code == JH_ERROR_DAMAGED
             || error->code == JH_ERROR_NOT_BOOKS
             || error->code == JH_ERROR_NEWER
             || error->code == JH_ERROR_IO);
}

/* Opens @path and reads all of it and its log. Returns whether all went
 * well; what goes wrong is told in a sentence. */
static gboolean
read_all (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_WRITE, &error);
  g_autoptr (GPtrArray) filings
    = store ? jh_filing_list (store, NULL, 0, &error) : NULL;
  g_autoptr (GPtrArray) log
    = filings ? jh_change_list (store, NULL, 100, 1000, &error) : NULL;
  gboolean good = log != NULL;

  for (guint i = 0; good && i < filings->len; i++)
    {
      g_autoptr (JhBooks) books = jh_books_load (
        store, ((JhFiling *) filings->pdata[i])->id, NULL, &error);

      good = books != NULL;
    }
  if (good)
    good = jh_store_check_whole (store, &error);
  ck_assert_int_eq (good, error == NULL);
  if (!good)
    {
      ck_assert_msg (is_expected (error), "%s", error->message);
      ck_assert_ptr_nonnull (strstr (error->message, "账.jiheng”"));
    }
  return good;
}

START_TEST (a_byte_flipped_anywhere_is_told_or_does_no_harm)
{
  g_autofree char *path = make_books ();
  g_autofree char *sound = NULL;
  gsize length;
  guint refused = 0;

  sound = jh_test_read (path, &length);
  ck_assert (read_all (path));
  for (gsize at = _i; at < length; at += 1499)
    {
      g_autofree char *bytes = g_memdup2 (sound, length);

      bytes[at] ^= 1 << (at % 8);
      ck_assert (g_file_set_contents (path, bytes, (gssize) length, NULL));
      refused += !read_all (path);
    }
  ck_assert_uint_gt (refused, 0);
}
END_TEST

START_TEST (a_damaged_first_page_is_told)
{
  g_autofree char *path = make_books ();
  g_autofree char *sound = NULL;
  gsize length;

  sound = jh_test_read (path, &length);
  for (gsize at = 16; at < 300; at++)
    {
      g_autofree char *bytes = g_memdup2 (sound, length);

      bytes[at] = ~bytes[at];
      ck_assert (g_file_set_contents (path, bytes, (gssize) length, NULL));
      (void) read_all (path);
    }
}
END_TEST

START_TEST (a_page_of_rubbish_is_told)
{
  g_autofree char *path = make_books ();
  g_autofree char *sound = NULL;
  gsize length;

  sound = jh_test_read (path, &length);
  for (gsize page = 1; page < length / 4096; page++)
    {
      g_autofree char *bytes = g_memdup2 (sound, length);

      memset (bytes + page * 4096, 0xa5, 4096);
      ck_assert (g_file_set_contents (path, bytes, (gssize) length, NULL));
      ck_assert_msg (!read_all (path), "page %d", (int) page);
    }
}
END_TEST

START_TEST (a_truncated_file_is_told)
{
  g_autofree char *path = make_books ();
  g_autofree char *sound = NULL;
  gsize length;

  sound = jh_test_read (path, &length);
  for (gsize size = 1; size < length; size += size < 200 ? 1 : 4095)
    {
      ck_assert (g_file_set_contents (path, sound, (gssize) size, NULL));
      ck_assert_msg (!read_all (path), "%d of %d bytes were good enough",
                     (int) size, (int) length);
    }
}
END_TEST

/* What another program did to the structure. Whatever it smuggled in would
 * write into the table of units. */
static const char *const alterations[] = {
  "CREATE TABLE extra (a)",
  "CREATE VIEW extra AS SELECT * FROM unit",
  "CREATE INDEX extra ON unit (id, code)",
  "CREATE TRIGGER extra AFTER INSERT ON filing BEGIN"
  " INSERT INTO unit (code) VALUES ('ran'); END",
  "CREATE TRIGGER extra AFTER UPDATE ON reason BEGIN"
  " DELETE FROM reason; END",
  "CREATE VIRTUAL TABLE extra USING fts5 (a)",
  "DROP TRIGGER reason_locked_insert",
  "DROP INDEX income_filing",
  "DROP TABLE stated",
  "DROP TABLE fund",
  "DROP TABLE reason; CREATE VIEW reason AS SELECT 1 AS id, 1 AS filing,"
  " 'a' AS figure, load_extension ('x') AS words",
  "ALTER TABLE reason ADD COLUMN more TEXT",
  "ALTER TABLE reason RENAME COLUMN words TO word",
  "ALTER TABLE unit ADD COLUMN more TEXT AS (upper (code)) VIRTUAL",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema"
  " SET sql = replace (sql, '100000000000000', '900000000000000000')"
  " WHERE name = 'income'; PRAGMA writable_schema = OFF",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema"
  " SET sql = replace (sql, 'STRICT', '') WHERE name = 'reason';"
  " PRAGMA writable_schema = OFF",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema"
  " SET sql = replace (sql, '锁定', '不锁') WHERE type = 'trigger';"
  " PRAGMA writable_schema = OFF",
  "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"
  " WHERE name = 'stated'; PRAGMA writable_schema = OFF",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'"
  " WHERE name = 'stated'; PRAGMA writable_schema = OFF",
  "CREATE TABLE sqlite_statement (a)",
};

START_TEST (an_altered_structure_is_refused_in_every_mode_and_nothing_ran)
{
  static const JhStoreMode modes[]
    = { JH_STORE_READ, JH_STORE_WRITE, JH_STORE_CREATE };
  g_autofree char *path = make_books ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, now;
  sqlite3 *database = raw_open (path);

  if (sqlite3_exec (database, alterations[_i], NULL, NULL, NULL)
      != SQLITE_OK)
    {
      /* SQLite itself forbids it. */
      ck_assert_str_eq (alterations[_i],
                        "CREATE TABLE sqlite_statement (a)");
      sqlite3_close (database);
      return;
    }
  sqlite3_close (database);
  before = jh_test_read (path, &length);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JhStore) store = jh_store_open (path, modes[i], &error);

      ck_assert_ptr_null (store);
      jh_assert_error (error, JH_ERROR_DAMAGED, "“账.jiheng”");
    }
  after = jh_test_read (path, &now);
  ck_assert_uint_eq (now, length);
  ck_assert_mem_eq (before, after, length);
}
END_TEST

START_TEST (statistics_of_another_program_are_no_alteration)
{
  g_autofree char *path = make_books ();

  raw_run (path, "ANALYZE; VACUUM;");
  ck_assert (read_all (path));
}
END_TEST

/* Rows that no CHECK lets through, in tables of the filing 1. */
static const struct
{
  const char *sql;
  JhTableId table;
} poisons[] = {
  { "UPDATE income SET actual = 100000000000001", JH_TABLE_INCOME },
  { "UPDATE income SET initial = -100000000000001", JH_TABLE_INCOME },
  { "UPDATE expenditure SET actual = 9223372036854775807",
    JH_TABLE_EXPENDITURE },
  { "UPDATE expenditure SET actual = -9223372036854775808",
    JH_TABLE_EXPENDITURE },
  { "UPDATE carryover SET amount = 100000000000001", JH_TABLE_CARRYOVER },
  { "UPDATE reason SET words = CAST (x'ff' AS TEXT)", JH_TABLE_REASON },
  { "UPDATE reason SET words = CAST (x'610062' AS TEXT)", JH_TABLE_REASON },
  { "UPDATE reason SET words = CAST (x'eda080' AS TEXT)", JH_TABLE_REASON },
  { "UPDATE project SET name = CAST (x'c0af' AS TEXT)", JH_TABLE_PROJECT },
  { "UPDATE indicator SET weight = 9223372036854775807",
    JH_TABLE_INDICATOR },
  { "UPDATE indicator SET score = -100000001", JH_TABLE_INDICATOR },
  { "UPDATE quantity SET count = -1", JH_TABLE_QUANTITY },
  { "UPDATE quantity SET count = 1000000001", JH_TABLE_QUANTITY },
};

START_TEST (a_value_past_the_checks_is_no_value_but_damage)
{
  g_autofree char *path = make_books ();
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "PRAGMA ignore_check_constraints = ON; %s;", poisons[_i].sql);

  raw_run (path, sql);
  store = open_books (path, JH_STORE_WRITE);
  ck_assert_ptr_null (jh_table_list (store, jh_table_get (poisons[_i].table),
                                     1, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED,
                   "“账.jiheng”里有不合规的数据，可能被别的程序改过");
  ck_assert_ptr_null (jh_books_load (store, 1, NULL, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED, "不合规的数据");
  /* What is sound can still be read. */
  ck_assert_int_eq (
    jh_filing_list (store, NULL, 0, NULL) != NULL, TRUE);
}
END_TEST

/* The same of filings and lists, which every reading begins with. */
static const char *const filing_poisons[] = {
  "UPDATE filing SET year = 4294969319",
  "UPDATE filing SET year = -1",
  "UPDATE filing SET money_unit = '美元'",
  "UPDATE filing SET state = '随便'",
  "UPDATE filing SET unit_name = CAST (x'ff' AS TEXT)",
  "UPDATE unit SET code = CAST (x'ff' AS TEXT)",
  "UPDATE functional_code SET name = CAST (x'ff' AS TEXT)",
};

START_TEST (a_filing_past_the_checks_is_damage)
{
  g_autofree char *path = make_books ();
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "PRAGMA ignore_check_constraints = ON; %s;", filing_poisons[_i]);

  raw_run (path, sql);
  store = open_books (path, JH_STORE_WRITE);
  ck_assert_ptr_null (jh_books_load (store, 1, NULL, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED, "不合规的数据");
}
END_TEST

START_TEST (a_record_that_is_rubbish_is_told_and_undoes_nothing)
{
  static const char *const records[]
    = { "x'00'", "x'54ff'", "zeroblob (100000)", "x'5401ff0012'",
        "x'540c'", "x'5402000061007f00'", "x'540200006100120003ff'",
        "x'54020000610012000504ffffffff7f'", "randomblob (4096)" };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autofree char *path = make_books ();
      g_autofree char *sql
        = g_strdup_printf ("UPDATE change SET changeset = %s", records[i]);
      g_autoptr (JhStore) store = NULL;
      g_autoptr (GPtrArray) log = NULL;
      g_autoptr (GError) error = NULL;

      raw_run (path, sql);
      store = open_books (path, JH_STORE_WRITE);
      log = jh_change_list (store, NULL, 10, 10, &error);
      ck_assert_ptr_null (log);
      jh_assert_error (error, JH_ERROR_DAMAGED, "“账.jiheng”");
      ck_assert (!jh_change_undo (store, NULL, &error));
      jh_assert_error (error, JH_ERROR_DAMAGED, "“账.jiheng”");
      assert_words (store, 1, "words0");
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hostile");
  TCase *tests = tcase_create ("hostile");

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, a_byte_flipped_anywhere_is_told_or_does_no_harm,
                       0, 4);
  tcase_add_test (tests, a_damaged_first_page_is_told);
  tcase_add_test (tests, a_page_of_rubbish_is_told);
  tcase_add_test (tests, a_truncated_file_is_told);
  tcase_add_loop_test (
    tests, an_altered_structure_is_refused_in_every_mode_and_nothing_ran, 0,
    G_N_ELEMENTS (alterations));
  tcase_add_test (tests, statistics_of_another_program_are_no_alteration);
  tcase_add_loop_test (tests, a_value_past_the_checks_is_no_value_but_damage,
                       0, G_N_ELEMENTS (poisons));
  tcase_add_loop_test (tests, a_filing_past_the_checks_is_damage, 0,
                       G_N_ELEMENTS (filing_poisons));
  tcase_add_test (tests,
                  a_record_that_is_rubbish_is_told_and_undoes_nothing);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
