#include "../books/fixture.h"
#include "jh-search-books.h"

/* What @typed finds: kind and key of each, as "kind:key". */
static char *
find (const JhSearch *search, const char *typed, guint most)
{
  g_autoptr (GPtrArray) found = jh_search_find (search, typed, most);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const JhCandidate *candidate = found->pdata[i];

      g_string_append_printf (text, "%s%u:%s", i > 0 ? " " : "",
                              candidate->kind, candidate->key);
    }
  return g_string_free (text, FALSE);
}

static void
add (JhSearch *search, JhSearchKind kind, const char *number,
     const char *text, const char *words, const char *key)
{
  jh_search_add (search, &(JhCandidate){ .kind = kind,
                                         .number = number,
                                         .text = text,
                                         .words = words,
                                         .key = key });
}

static JhSearch *
new_search (void)
{
  JhSearch *search = jh_search_new ();

  add (search, JH_SEARCH_PROJECT, "P01", "信访维稳专项", "其他运转类", "P01");
  add (search, JH_SEARCH_PROJECT, "P02", "接待大厅运行", "特定目标类", "P02");
  add (search, JH_SEARCH_FUNCTIONAL, "2013150", "信访业务", "公共服务",
       "2013150");
  add (search, JH_SEARCH_PAGE, "", "支出", "信访 明细 经济分类", "spending");
  add (search, JH_SEARCH_PAGE, NULL, "三公经费", NULL, "sangong");
  add (search, JH_SEARCH_SHEET, "公开02", "支出决算表", "", "public-02");
  return search;
}

static const struct
{
  const char *typed;
  const char *found;
} cases[] = {
  { "支出", "0:spending 1:public-02" },
  { "zc", "0:spending 1:public-02" },
  { "信访", "2:2013150 4:P01 0:spending" },
  { "xf", "2:2013150 4:P01 0:spending" },
  { "p0", "4:P01 4:P02" },
  { "P02", "4:P02" },
  { "20131", "2:2013150" },
  { "3150", "" },
  { "信访 维稳", "4:P01" },
  { "维稳 信访", "4:P01" },
  { "2013 xf", "2:2013150" },
  { "信访 支出", "0:spending" },
  { "公开02", "1:public-02" },
  { "sgjf", "0:sangong" },
  { "没有", "" },
  { "", "" },
  { NULL, "" },
  { " （）", "" },
  { "\xff", "" },
};

START_TEST (the_best_goes_first)
{
  g_autoptr (JhSearch) search = new_search ();
  g_autofree char *found = find (search, cases[_i].typed, 10);

  ck_assert_str_eq (found, cases[_i].found);
}
END_TEST

START_TEST (no_more_are_found_than_asked_for_and_those_are_the_best)
{
  g_autoptr (JhSearch) search = new_search ();
  g_autofree char *none = find (search, "信访", 0);
  g_autofree char *one = find (search, "信访", 1);
  g_autofree char *two = find (search, "信访", 2);

  ck_assert_str_eq (none, "");
  ck_assert_str_eq (one, "2:2013150");
  ck_assert_str_eq (two, "2:2013150 4:P01");
}
END_TEST

START_TEST (a_cleared_kind_is_found_no_more_and_can_be_filled_again)
{
  g_autoptr (JhSearch) search = new_search ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  jh_search_clear (search, JH_SEARCH_PROJECT);
  before = find (search, "信访", 10);
  ck_assert_str_eq (before, "2:2013150 0:spending");
  add (search, JH_SEARCH_PROJECT, "P09", "信访", "", "P09");
  after = find (search, "信访", 10);
  ck_assert_str_eq (after, "4:P09 2:2013150 0:spending");
}
END_TEST

START_TEST (what_is_found_equally_well_stays_in_its_order)
{
  g_autoptr (JhSearch) search = jh_search_new ();
  g_autofree char *found = NULL;

  add (search, JH_SEARCH_FILING, "", "甲单位二", "", "1");
  add (search, JH_SEARCH_FILING, "", "甲单位三", "", "2");
  add (search, JH_SEARCH_UNIT, "", "甲单位三四", "", "3");
  add (search, JH_SEARCH_FILING, "", "甲单位", "", "4");
  add (search, JH_SEARCH_FILING, "", "甲单", "", "5");
  found = find (search, "甲单", 10);
  ck_assert_str_eq (found, "6:5 5:3 6:4 6:1 6:2");
}
END_TEST

START_TEST (the_codes_of_the_year_are_found)
{
  g_autoptr (GError) error = NULL;
  JhStore *store = new_books ();
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);
  g_autoptr (JhSearch) search = jh_search_new ();
  g_autofree char *item = NULL;
  g_autofree char *economic = NULL;
  g_autoptr (GPtrArray) found = NULL;

  jh_store_close (store);
  jh_search_add_codes (search, lists);
  item = find (search, "2080505", 10);
  ck_assert_str_eq (item, "2:2080505");
  economic = find (search, "办公费", 1);
  ck_assert_str_eq (economic, "3:30201");
  found = jh_search_find (search, "人大 行政运行", 10);
  ck_assert_uint_eq (found->len, 1);
  ck_assert_str_eq (((const JhCandidate *) found->pdata[0])->detail,
                    "一般公共服务支出 › 人大事务");
}
END_TEST

START_TEST (projects_of_the_books_are_found)
{
  g_autoptr (GError) error = NULL;
  JhStore *store = new_books ();
  gint64 id = new_filing (store, "601001", 2023);
  g_autoptr (JhBooks) books = load_books (store, id);
  g_autoptr (JhSearch) search = jh_search_new ();
  JhProject *project = jh_row_new (jh_project_table ());
  g_autofree char *found = NULL;

  jh_store_close (store);
  g_free (project->code);
  project->code = g_strdup ("51081123T000008");
  g_free (project->name);
  project->name = g_strdup ("群众工作经费");
  g_ptr_array_add (JH_BOOKS_ROWS (books, PROJECT), project);
  jh_search_add_projects (search, books);
  found = find (search, "qzgz", 10);
  ck_assert_str_eq (found, "4:51081123T000008");
}
END_TEST

START_TEST (filings_and_each_unit_once_are_found)
{
  g_autoptr (GError) error = NULL;
  JhStore *store = new_books ();
  gint64 first = new_filing (store, "601001", 2022);
  gint64 second = new_filing (store, "601001", 2023);
  gint64 other = new_filing (store, "601002", 2023);
  g_autoptr (GPtrArray) filings = jh_filing_list (store, NULL, 0, &error);
  g_autoptr (JhSearch) search = jh_search_new ();
  g_autofree char *all = NULL;
  g_autofree char *year = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *expected_year = NULL;

  jh_assert_no_error (error);
  jh_store_close (store);
  jh_search_add_filings (search, filings);
  all = find (search, "601001", 10);
  expected = g_strdup_printf (
    "5:601001 6:%" G_GINT64_FORMAT " 6:%" G_GINT64_FORMAT, first, second);
  ck_assert_str_eq (all, expected);
  year = find (search, "2023 单位601002", 10);
  expected_year = g_strdup_printf ("6:%" G_GINT64_FORMAT, other);
  ck_assert_str_eq (year, expected_year);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("search");
  TCase *tests = tcase_create ("search");

  tcase_add_loop_test (tests, the_best_goes_first, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests,
                  no_more_are_found_than_asked_for_and_those_are_the_best);
  tcase_add_test (tests,
                  a_cleared_kind_is_found_no_more_and_can_be_filled_again);
  tcase_add_test (tests, what_is_found_equally_well_stays_in_its_order);
  tcase_add_test (tests, the_codes_of_the_year_are_found);
  tcase_add_test (tests, projects_of_the_books_are_found);
  tcase_add_test (tests, filings_and_each_unit_once_are_found);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
