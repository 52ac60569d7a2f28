/* All filings of a file are checked, and listed with what came of it. */
#include "jh-tally.h"

#include "fixture.h"
#include "jh-error.h"
#include "jh-import.h"

/* Books with the sample and with a filing in which there is nothing. The
 * caller frees the path. */
static char *
make_two (void)
{
  char *path = new_path ();
  g_autofree char *sample = g_build_filename (
    g_getenv ("JIHENG_SOURCE"), "resources", "sample", "filing-2023", NULL);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  new_filing (store, "A1", 2023);
  ck_assert (jh_import_folder (store, sample, FALSE, NULL, &error));
  return path;
}

/* The name and the counts of the item at @position, in one text. The caller
 * frees it. */
static char *
dup_item (GListModel *items, guint position)
{
  g_autoptr (JhTallyItem) item = g_list_model_get_item (items, position);
  char *words;

  g_object_get (item, "spoken", &words, NULL);
  return words;
}

static GListModel *
list_filings (const char *path)
{
  g_autoptr (JhStore) store = open_books (path, JH_STORE_READ);
  g_autoptr (GError) error = NULL;
  GListModel *filings = jh_filing_item_list (store, &error);

  jh_assert_no_error (error);
  return filings;
}

START_TEST (all_filings_are_checked_and_the_worst_comes_first)
{
  g_autofree char *path = make_two ();
  g_autoptr (GError) error = NULL;
  JhPace pace = { 0 };
  g_autoptr (GHashTable) tallies = jh_tally_all (path, &pace, &error);
  g_autoptr (GListModel) filings = list_filings (path);
  g_autoptr (GListModel) items = NULL;
  g_autofree char *first = NULL;
  g_autofree char *summary = NULL;

  jh_assert_no_error (error);
  ck_assert_uint_eq (pace.total, 2);
  ck_assert_uint_eq (g_hash_table_size (tallies), 2);
  items = jh_tally_item_list (filings, tallies, TRUE);
  ck_assert_uint_eq (g_list_model_get_n_items (items), 2);
  first = dup_item (items, 0);
  ck_assert_str_eq (first, "2023 年度 广元市昭化区目标绩效事务中心，填报，"
                           "错误 21，警告 34，提示 0，已说明 0");
  summary = jh_tally_dup_summary (tallies);
  ck_assert_str_eq (summary,
                    "审核了 2 套：1 套有错误，0 套只有警告，1 套没有要改的");
}
END_TEST

START_TEST (what_was_not_checked_says_so)
{
  g_autofree char *path = make_two ();
  g_autoptr (GListModel) filings = list_filings (path);
  g_autoptr (GListModel) items = jh_tally_item_list (filings, NULL, TRUE);
  g_autofree char *first = dup_item (items, 0);

  ck_assert_ptr_nonnull (strstr (first, "，还没有审核"));
}
END_TEST

START_TEST (a_filing_that_cannot_be_checked_says_why)
{
  g_autofree char *path = make_two ();
  g_autoptr (GListModel) filings = list_filings (path);
  g_autoptr (JhFilingItem) filing = g_list_model_get_item (filings, 0);
  const JhTally tally = { .filing = 1, .trouble = (char *) "太大了" };
  g_autoptr (JhTallyItem) item = jh_tally_item_new (filing, &tally);
  g_autofree char *spoken = NULL;
  g_autofree char *errors = NULL;

  g_object_get (item, "spoken", &spoken, "error", &errors, NULL);
  ck_assert_ptr_nonnull (strstr (spoken, "，没有审成：太大了"));
  ck_assert_str_eq (errors, "—");
}
END_TEST

START_TEST (it_stops_between_two_filings)
{
  g_autofree char *path = make_two ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  JhPace pace = { .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (jh_tally_all (path, &pace, &error));
  jh_assert_error (error, JH_ERROR_CANCELLED, "已停止");
}
END_TEST

START_TEST (books_that_are_gone_are_told)
{
  g_autofree char *path = new_path ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_tally_all (path, NULL, &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("tally");
  TCase *all = tcase_create ("tally");

  tcase_set_timeout (all, 60);
  tcase_add_test (all, all_filings_are_checked_and_the_worst_comes_first);
  tcase_add_test (all, what_was_not_checked_says_so);
  tcase_add_test (all, a_filing_that_cannot_be_checked_says_why);
  tcase_add_test (all, it_stops_between_two_filings);
  tcase_add_test (all, books_that_are_gone_are_told);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
