/* The log as a list shows it. */
#include "../books/fixture.h"

#include "jh-log-item.h"

/* Reads the newest page of the log of @store. */
static GPtrArray *
read_log (JhStore *store, const JhChangeFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = jh_log_read (store, filter, &error);

  jh_assert_no_error (error);
  return items;
}

/* Fails unless @item has @expected as its @property. */
static void
assert_property (gpointer item, const char *property, const char *expected)
{
  g_autofree char *words = NULL;

  g_object_get (item, property, &words, NULL);
  ck_assert_msg (strstr (words, expected), "%s is “%s”, not “%s”", property,
                 words, expected);
}

/* The id of the change that was made last. */
static gint64
last_change (JhStore *store)
{
  g_autoptr (GPtrArray) items = read_log (store, NULL);

  return jh_log_item_get_id (items->pdata[0]);
}

START_TEST (an_entry_says_who_did_what_when_and_to_which_filing)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *when = NULL;

  jh_store_set_author (store, "经办");
  change_words (store, id, "改过");
  items = read_log (store, NULL);
  ck_assert_uint_eq (items->len, 2);
  assert_property (items->pdata[0], "who", "经办");
  assert_property (items->pdata[0], "title", "改过");
  assert_property (items->pdata[0], "filing", "2023 年度 单位U1");
  assert_property (items->pdata[0], "words", "→ 改过");
  g_object_get (items->pdata[0], "when", &when, NULL);
  ck_assert_uint_eq (strlen (when), strlen ("2023-12-31 17:05:09"));
  ck_assert_int_eq (when[10], ' ');
}
END_TEST

START_TEST (an_entry_leads_to_the_row_that_it_changed)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (JhBooks) books = NULL;
  const JhPlace *place;

  change_words (store, id, "改过");
  items = read_log (store, NULL);
  books = load_books (store, id);
  place = jh_log_item_get_place (items->pdata[0]);
  ck_assert_str_eq (place->page, "reasons");
  ck_assert_str_eq (place->field, "words");
  ck_assert_int_eq (place->row,
                    ((JhRow *) JH_BOOKS_ROWS (books, REASON)->pdata[0])->id);
  ck_assert_int_eq (jh_log_item_get_filing (items->pdata[0]), id);
}
END_TEST

START_TEST (a_change_that_was_undone_says_so_and_cannot_be_undone_again)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  change_words (store, id, "改过");
  ck_assert (jh_change_undo (store, NULL, &error));
  items = read_log (store, NULL);
  assert_property (items->pdata[0], "title", "撤销“改过”");
  assert_property (items->pdata[1], "title", "改过（已撤销）");
  ck_assert (!jh_log_item_is_done (items->pdata[0]));
  ck_assert (!jh_log_item_is_done (items->pdata[1]));
  ck_assert (jh_log_item_is_done (items->pdata[2]));
}
END_TEST

START_TEST (an_entry_of_a_filing_that_is_gone_says_so)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  JhChange *change;

  filing = jh_filing_get (store, id, &error);
  change = begin (store, "删除");
  ck_assert (jh_filing_remove (store, filing, &error));
  jh_change_set_filing (change, id);
  commit (change);
  items = read_log (store, NULL);
  assert_property (items->pdata[0], "filing", "已删除的决算");
}
END_TEST

START_TEST (a_large_change_is_cut_short)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GPtrArray) items = NULL;

  new_full_filing (store, "U1", 2023);
  items = read_log (store, NULL);
  assert_property (items->pdata[0], "words", "\n……");
}
END_TEST

START_TEST (pages_follow_each_other_without_a_gap)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  JhChangeFilter filter = { 0 };
  guint seen = 0;
  gint64 last = G_MAXINT64;

  for (guint i = 0; i < 2 * JH_LOG_AT_ONCE; i++)
    {
      g_autofree char *words = g_strdup_printf ("第 %u 次", i);

      change_words (store, id, words);
    }
  for (guint pages = 0; pages < 3; pages++)
    {
      g_autoptr (GPtrArray) items = read_log (store, &filter);

      for (guint i = 0; i < items->len; i++)
        {
          ck_assert_int_lt (jh_log_item_get_id (items->pdata[i]), last);
          last = jh_log_item_get_id (items->pdata[i]);
        }
      seen += items->len;
      filter.before = last;
    }
  ck_assert_uint_eq (seen, 2 * JH_LOG_AT_ONCE + 1);
}
END_TEST

START_TEST (what_undoing_comes_to_is_said_before)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 first = new_full_filing (store, "U1", 2023);
  gint64 second = new_full_filing (store, "U2", 2023);
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  g_autofree char *three = NULL;
  gint64 from;
  guint count;

  change_words (store, first, "甲");
  from = last_change (store);
  change_words (store, second, "乙");
  change_words (store, first, "丙");
  three = jh_log_dup_undo_words (store, from, &count, &error);
  jh_assert_no_error (error);
  ck_assert_uint_eq (count, 3);
  ck_assert_str_eq (three,
                    "会撤销 3 次修改：这一次和它以后的全部，涉及 2023 年度 "
                    "单位U1、2023 年度 单位U2。");
  one = jh_log_dup_undo_words (store, last_change (store), &count, &error);
  ck_assert_uint_eq (count, 1);
  ck_assert_str_eq (one, "会撤销这 1 次修改，涉及 2023 年度 单位U1。");
}
END_TEST

START_TEST (many_filings_are_not_all_named)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 from = 0;

  for (int year = 2010; year < 2020; year++)
    {
      new_filing (store, "U1", year);
      from = from ? from : last_change (store);
    }
  words = jh_log_dup_undo_words (store, from, NULL, &error);
  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (strstr (words, "2010 年度"));
  ck_assert_ptr_nonnull (strstr (words, "等 10 套决算"));
  ck_assert_ptr_null (strstr (words, "2019 年度"));
}
END_TEST

START_TEST (what_cannot_be_undone_has_no_words)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_log_dup_undo_words (store, 99, NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "99");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("log-item");
  TCase *log = tcase_create ("log");

  tcase_set_timeout (log, 60);
  tcase_add_test (log, an_entry_says_who_did_what_when_and_to_which_filing);
  tcase_add_test (log, an_entry_leads_to_the_row_that_it_changed);
  tcase_add_test (
    log, a_change_that_was_undone_says_so_and_cannot_be_undone_again);
  tcase_add_test (log, an_entry_of_a_filing_that_is_gone_says_so);
  tcase_add_test (log, a_large_change_is_cut_short);
  tcase_add_test (log, pages_follow_each_other_without_a_gap);
  tcase_add_test (log, what_undoing_comes_to_is_said_before);
  tcase_add_test (log, many_filings_are_not_all_named);
  tcase_add_test (log, what_cannot_be_undone_has_no_words);
  suite_add_tcase (suite, log);
  return jh_test_run (suite);
}
