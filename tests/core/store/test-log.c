/* Reading the log by filing, table and person, page by page; and undoing
 * from one of its entries on. */
#include "../books/fixture.h"
#include "raw.h"

/* The names of what @filter lets through, the newest first, joined by ，. */
static char *
join_log (JhStore *store, JhChangeFilter filter, guint most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log
    = jh_change_list (store, &filter, most, 10, &error);
  GString *names = g_string_new (NULL);

  jh_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      const JhChangeEntry *entry = log->pdata[i];

      g_string_append_printf (names, "%s%s%s", i ? "，" : "",
                              g_str_equal (entry->kind, "do") ? "" : "~",
                              entry->name);
    }
  return g_string_free (names, FALSE);
}

/* Changes the first project of the filing @id, as @author. */
static void
change_project (JhStore *store, gint64 id, const char *author,
                const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = load_books (store, id);
  JhProject *project = books->rows[JH_TABLE_PROJECT]->pdata[0];
  JhChange *change;

  jh_store_set_author (store, author);
  change = begin (store, name);
  jh_row_set_text (project, jh_table_find_field (jh_project_table (), "goal"),
                   name);
  ck_assert (jh_table_update (store, id, project, &error));
  jh_change_set_filing (change, id);
  commit (change);
}

/* Books whose log has two filings, two tables and two people, and an undo:
 * what the filters tell apart. The ids go to @ids. */
static JhStore *
make_log (gint64 ids[2])
{
  JhStore *store = new_books ();

  jh_store_set_author (store, "甲");
  ids[0] = new_full_filing (store, "U1", 2023);
  ids[1] = new_full_filing (store, "U2", 2023);
  change_words (store, ids[0], "一");
  change_project (store, ids[1], "乙", "二");
  change_project (store, ids[0], "甲", "三");
  change_words (store, ids[1], "四");
  ck_assert (jh_change_undo (store, NULL, NULL));
  return store;
}

/* filing: the place in ids, or -1 for every one */
static const struct
{
  int filing;
  const char *table;
  const char *author;
  const char *expected;
} filters[] = {
  { -1, NULL, NULL, "~四，四，三，二，一，填报，填报" },
  { 0, NULL, NULL, "三，一，填报" },
  { 1, NULL, NULL, "~四，四，二，填报" },
  { -1, "reason", NULL, "~四，四，一，填报，填报" },
  { -1, "project", NULL, "三，二，填报，填报" },
  { -1, "unit", NULL, "填报，填报" },
  { -1, NULL, "乙", "二" },
  { -1, NULL, "丙", "" },
  { -1, "change", NULL, "" },
  { 1, "reason", NULL, "~四，四，填报" },
  { 0, "project", "甲", "三，填报" },
  { 1, "project", "甲", "填报" },
  { 1, NULL, "甲", "~四，四，填报" },
  { -1, "project", "乙", "二" },
};

START_TEST (the_log_is_filtered_by_filing_table_and_person)
{
  gint64 ids[2];
  g_autoptr (JhStore) store = make_log (ids);
  JhChangeFilter filter
    = { .filing = filters[_i].filing < 0 ? 0 : ids[filters[_i].filing],
        .table = filters[_i].table,
        .author = filters[_i].author };
  g_autofree char *names = join_log (store, filter, 100);

  ck_assert_str_eq (names, filters[_i].expected);
}
END_TEST

START_TEST (the_log_is_read_page_by_page)
{
  gint64 ids[2];
  g_autoptr (JhStore) store = make_log (ids);
  JhChangeFilter filter
    = { .filing = filters[_i].filing < 0 ? 0 : ids[filters[_i].filing],
        .table = filters[_i].table,
        .author = filters[_i].author };
  g_autoptr (GString) names = g_string_new (NULL);

  for (;;)
    {
      g_autofree char *page = join_log (store, filter, 2);
      g_autoptr (GPtrArray) log = jh_change_list (store, &filter, 2, 0, NULL);

      if (log->len == 0)
        break;
      g_string_append_printf (names, "%s%s", names->len ? "，" : "", page);
      filter.before = ((JhChangeEntry *) log->pdata[log->len - 1])->id;
    }
  ck_assert_str_eq (names->str, filters[_i].expected);
}
END_TEST

START_TEST (the_log_tells_who_and_which_tables_are_in_it)
{
  gint64 ids[2];
  g_autoptr (JhStore) store = make_log (ids);
  g_autoptr (JhStore) empty = new_books ();
  g_autoptr (GPtrArray) authors = jh_change_list_authors (store, NULL);
  g_autoptr (GPtrArray) tables = jh_change_list_tables (store, NULL);
  g_autoptr (GPtrArray) nobody = jh_change_list_authors (empty, NULL);
  g_autoptr (GPtrArray) nothing = jh_change_list_tables (empty, NULL);

  ck_assert_uint_eq (authors->len, 2);
  ck_assert_str_eq (authors->pdata[0], "乙");
  ck_assert_str_eq (authors->pdata[1], "甲");
  ck_assert_uint_eq (tables->len, JH_N_TABLES + 2);
  ck_assert (g_ptr_array_find_with_equal_func (tables, "expenditure",
                                               g_str_equal, NULL));
  ck_assert_uint_eq (nobody->len, 0);
  ck_assert_uint_eq (nothing->len, 0);
}
END_TEST

START_TEST (one_entry_is_read_with_all_its_rows)
{
  gint64 ids[2];
  g_autoptr (JhStore) store = make_log (ids);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhChangeEntry) entry = jh_change_get (store, 1, 1000, &error);

  ck_assert_str_eq (entry->name, "填报");
  ck_assert_uint_gt (entry->rows->len, 40);
  ck_assert_ptr_null (jh_change_get (store, 99, 10, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有第 99 号修改");
  jh_change_entry_free (NULL);
}
END_TEST

/* A log of @count entries whose records are those of small changes. */
static char *
make_long_log (guint count)
{
  char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *script = NULL;

  change_words (store, id, "甲");
  jh_store_close (store);
  script = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
    " SELECT i + 1 FROM n WHERE i < %u)"
    " INSERT INTO change (kind, name, author, at, filing, state, changeset)"
    " SELECT 'do', '改', iif (i < 3, '旧人', '经办'), at, i %% 9, 'done',"
    " changeset FROM n, change WHERE id = 2;"
    "INSERT OR IGNORE INTO change_table (name, change, filing, author)"
    " SELECT iif (id < 20, 'stated', 'reason'), id, filing, author FROM "
    "change",
    count);
  raw_run (path, script);
  return path;
}

START_TEST (a_page_of_a_long_log_is_read_at_once)
{
  static const JhChangeFilter pages[] = {
    { .before = 0 },          { .filing = 3 },
    { .author = "旧人" },     { .table = "stated" },
    { .table = "reason" },    { .table = "reason", .filing = 77 },
    { .author = "没有此人" }, { .before = 500 },
  };
  g_autofree char *path = make_long_log (100000);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_READ);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree char *names = join_log (store, pages[i], 50);
      gint64 took = g_get_monotonic_time () - start;

      ck_assert_msg (took < 200000, "page %zu took %d ms", i,
                     (int) (took / 1000));
    }
}
END_TEST

/* Undoes from the change @id on, which is expected to be refused. */
static void
refuse (JhStore *store, gint64 id, JhErrorCode code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = join_log (store, (JhChangeFilter){ 0 }, 100);
  g_autofree char *after = NULL;
  guint undone = 77;

  ck_assert (!jh_change_undo_to (store, id, &undone, &error));
  jh_assert_error (error, code, part);
  ck_assert_uint_eq (undone, 77);
  after = join_log (store, (JhChangeFilter){ 0 }, 100);
  ck_assert_str_eq (before, after);
}

START_TEST (all_from_one_change_on_is_undone_and_comes_back_one_by_one)
{
  gint64 ids[2];
  g_autoptr (JhStore) store = make_log (ids);
  g_autoptr (JhBooks) before = load_books (store, ids[0]);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;
  guint count = 0, undone = 0;

  ck_assert (jh_change_count_from (store, 3, &count, &error));
  ck_assert (jh_change_undo_to (store, 3, &undone, &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (count, 3);
  ck_assert_uint_eq (undone, 3);
  log = join_log (store, (JhChangeFilter){ 0 }, 4);
  ck_assert_str_eq (log, "~一，~二，~三，~四");
  assert_words (store, ids[0], "words0");
  for (guint i = 0; i < 3; i++)
    ck_assert (jh_change_redo (store, NULL, &error));
  jh_assert_no_error (error);
  after = load_books (store, ids[0]);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (from_the_newest_change_on_is_that_change_alone)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);

  change_words (store, id, "甲");
  ck_assert (jh_change_undo_to (store, 2, NULL, NULL));
  assert_words (store, id, "words0");
  refuse (store, 2, JH_ERROR_NOT_FOUND, "“甲”（第 2 号）已经撤销过了");
  refuse (store, 3, JH_ERROR_NOT_FOUND, "只是撤销或重做的记录");
  refuse (store, 9, JH_ERROR_NOT_FOUND, "没有第 9 号修改");
}
END_TEST

START_TEST (a_final_change_is_passed_over_on_the_way_back)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  gint64 other = new_full_filing (store, "U2", 2023);
  JhChange *change;
  guint count = 0, undone = 0;

  change_words (store, id, "甲");
  change = begin (store, "锁定");
  set_words (store, other, "锁定");
  jh_change_set_final (change);
  commit (change);
  change_words (store, id, "乙");
  refuse (store, 4, JH_ERROR_NOT_FOUND,
          "“锁定”（第 4 号）不能撤销，要由负责人锁定或解锁");
  ck_assert (jh_change_count_from (store, 3, &count, NULL));
  ck_assert (jh_change_undo_to (store, 3, &undone, NULL));
  ck_assert_uint_eq (count, 2);
  ck_assert_uint_eq (undone, 2);
  assert_words (store, id, "words0");
  assert_words (store, other, "锁定");
}
END_TEST

START_TEST (when_one_cannot_be_undone_none_is)
{
  static const struct
  {
    const char *sql;
    JhErrorCode code;
    const char *message;
  } ways[] = {
    { "UPDATE reason SET words = '外人' WHERE words = '乙'", JH_ERROR_DATA,
      "撤销不了“乙”（第 3 "
      "号），所以一次修改也没有撤销：这里的数据后来又改过" },
    { "UPDATE filing SET state = '锁定' WHERE id = 1", JH_ERROR_LOCKED,
      "撤销不了“乙”（第 3 号），所以一次修改也没有撤销：这套决算已锁定" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = new_path ();
      JhStore *store = open_books (path, JH_STORE_CREATE);
      gint64 id = new_full_filing (store, "U1", 2023);
      gint64 other;

      change_words (store, id, "甲");
      change_words (store, id, "乙");
      other = new_full_filing (store, "U2", 2023);
      change_words (store, other, "丙");
      jh_store_close (store);
      raw_run (path, ways[i].sql);
      store = open_books (path, JH_STORE_WRITE);
      refuse (store, 2, ways[i].code, ways[i].message);
      assert_words (store, other, "丙");
      jh_store_close (store);
    }
}
END_TEST

/* Fails unless the entries behind @since are about @n filings, @filing being
 * one of them. Returns the newest entry. */
static gint64
assert_filings (JhStore *store, gint64 since, guint n, gint64 filing)
{
  g_autoptr (GError) error = NULL;
  gint64 newest = -1;
  g_autoptr (GArray) filings
    = jh_change_list_filings (store, since, &newest, &error);
  gboolean found = n == 0;

  jh_assert_no_error (error);
  ck_assert_uint_eq (filings->len, n);
  for (guint i = 0; i < n; i++)
    found = found || g_array_index (filings, gint64, i) == filing;
  ck_assert (found);
  return newest;
}

START_TEST (the_log_tells_which_filings_were_changed_since)
{
  gint64 ids[2];
  g_autoptr (JhStore) empty = new_books ();
  g_autoptr (JhStore) store = make_log (ids);
  gint64 newest = assert_filings (store, 0, 2, ids[0]);

  ck_assert_int_eq (assert_filings (empty, 0, 0, 0), 0);
  ck_assert_int_eq (assert_filings (store, newest, 0, 0), newest);
  change_words (store, ids[1], "五");
  ck_assert_int_eq (assert_filings (store, newest, 1, ids[1]), newest + 1);
  ck_assert (jh_change_undo (store, NULL, NULL));
  ck_assert_int_eq (assert_filings (store, newest + 1, 1, ids[1]),
                    newest + 2);
  set_state (store, ids[0], "审核", TRUE);
  ck_assert_int_eq (assert_filings (store, newest + 2, 1, 0), newest + 3);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("log");
  TCase *tests = tcase_create ("log");

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, the_log_is_filtered_by_filing_table_and_person,
                       0, G_N_ELEMENTS (filters));
  tcase_add_loop_test (tests, the_log_is_read_page_by_page, 0,
                       G_N_ELEMENTS (filters));
  tcase_add_test (tests, the_log_tells_who_and_which_tables_are_in_it);
  tcase_add_test (tests, one_entry_is_read_with_all_its_rows);
  tcase_add_test (tests, a_page_of_a_long_log_is_read_at_once);
  tcase_add_test (tests,
                  all_from_one_change_on_is_undone_and_comes_back_one_by_one);
  tcase_add_test (tests, from_the_newest_change_on_is_that_change_alone);
  tcase_add_test (tests, a_final_change_is_passed_over_on_the_way_back);
  tcase_add_test (tests, when_one_cannot_be_undone_none_is);
  tcase_add_test (tests, the_log_tells_which_filings_were_changed_since);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
