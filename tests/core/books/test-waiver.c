/* 审核说明 in the books. */
#include "fixture.h"
#include "jh-waiver.h"

#define AT "2026-11-25T08:00:00Z"

/* A waiver of the finding @rule, @instance that says @words. */
static JhWaiver
make (const char *rule, const char *instance, const char *words)
{
  return (JhWaiver){ (char *) rule,   (char *) instance, (char *) words,
                     (char *) "经办", (char *) AT,       (char *) "1|2" };
}

/* Writes @waiver in a change of its own. */
static void
keep (JhStore *store, gint64 id, JhWaiver waiver)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "审核说明");

  ck_assert (jh_waiver_set (store, id, &waiver, &error));
  jh_assert_no_error (error);
  jh_change_set_filing (change, id);
  commit (change);
}

/* What is written of the filing @id, as “B02/a=话；…”. */
static char *
join (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waivers = jh_waiver_list (store, id, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  jh_assert_no_error (error);
  for (guint i = 0; i < waivers->len; i++)
    {
      const JhWaiver *waiver = waivers->pdata[i];

      g_string_append_printf (words, "%s/%s=%s；", waiver->rule,
                              waiver->instance, waiver->words);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_written (JhStore *store, gint64 id, const char *expected)
{
  g_autofree char *written = join (store, id);

  ck_assert_str_eq (written, expected);
}

static void
undo (JhStore *store)
{
  g_autoptr (GError) error = NULL;

  ck_assert (jh_change_undo (store, NULL, &error));
  jh_assert_no_error (error);
}

START_TEST (a_waiver_comes_back_as_it_was_written)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) waivers = NULL;
  const JhWaiver *waiver;

  keep (store, id, make ("B02", "支出/7", "追加预算文件年底才到"));
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  waivers = jh_waiver_list (store, id, NULL);
  ck_assert_uint_eq (waivers->len, 1);
  waiver = waivers->pdata[0];
  ck_assert_str_eq (waiver->rule, "B02");
  ck_assert_str_eq (waiver->instance, "支出/7");
  ck_assert_str_eq (waiver->words, "追加预算文件年底才到");
  ck_assert_str_eq (waiver->author, "经办");
  ck_assert_str_eq (waiver->at, AT);
  ck_assert_str_eq (waiver->figures, "1|2");
  jh_store_close (store);
}
END_TEST

START_TEST (a_finding_has_one_waiver_which_is_rewritten)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  gint64 other = new_filing (store, "U2", 2023);

  keep (store, id, make ("B02", "a", "甲"));
  keep (store, id, make ("B02", "b", "乙"));
  keep (store, other, make ("B02", "a", "丙"));
  keep (store, id, make ("B02", "a", "丁"));
  assert_written (store, id, "B02/a=丁；B02/b=乙；");
  assert_written (store, other, "B02/a=丙；");
}
END_TEST

START_TEST (what_is_written_is_undone_and_redone)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_filing (store, "U1", 2023);

  keep (store, id, make ("B02", "a", "甲"));
  keep (store, id, make ("B02", "a", "乙"));
  undo (store);
  assert_written (store, id, "B02/a=甲；");
  undo (store);
  assert_written (store, id, "");
  ck_assert (jh_change_redo (store, NULL, &error));
  assert_written (store, id, "B02/a=甲；");
}
END_TEST

START_TEST (what_is_taken_back_is_gone_and_nothing_else)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *change;

  keep (store, id, make ("B02", "a", "甲"));
  keep (store, id, make ("B02", "b", "乙"));
  change = begin (store, "撤回");
  ck_assert (jh_waiver_drop (store, id, "B02", "a", &error));
  ck_assert (jh_waiver_drop (store, id, "B09", "a", &error));
  commit (change);
  assert_written (store, id, "B02/b=乙；");
  undo (store);
  assert_written (store, id, "B02/a=甲；B02/b=乙；");
}
END_TEST

START_TEST (a_locked_filing_takes_no_waiver)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_filing (store, "U1", 2023);
  JhWaiver waivers[] = { make ("B02", "a", "新"), make ("B02", "b", "新") };
  JhChange *change;

  keep (store, id, make ("B02", "a", "甲"));
  set_state (store, id, "锁定", TRUE);
  change = begin (store, "不行");
  for (gsize i = 0; i < G_N_ELEMENTS (waivers); i++)
    {
      ck_assert (!jh_waiver_set (store, id, &waivers[i], &error));
      jh_assert_error (error, JH_ERROR_LOCKED, "这套决算已锁定");
    }
  ck_assert (!jh_waiver_drop (store, id, "B02", "a", &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "这套决算已锁定");
  commit (change);
  assert_written (store, id, "B02/a=甲；");
}
END_TEST

START_TEST (undoing_a_waiver_of_a_locked_filing_tells_of_the_lock)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *lock;

  keep (store, id, make ("B02", "a", "甲"));
  lock = begin (store, "锁定");
  set_state (store, id, "锁定", FALSE);
  jh_change_set_final (lock);
  commit (lock);
  ck_assert (!jh_change_undo (store, NULL, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "这套决算已锁定");
  assert_written (store, id, "B02/a=甲；");
}
END_TEST

START_TEST (a_waiver_without_a_text_is_refused)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autofree char *long_words = g_strnfill (JH_WAIVER_WORDS_MAX + 1, 'x');
  JhWaiver cases[] = {
    make ("", "a", "甲"),          make ("B02", "a", ""),
    make ("B02", "a", long_words), make ("B02", "a", "甲"),
    make ("B02", "a", "甲"),
  };

  cases[3].author = (char *) "";
  cases[4].at = (char *) "昨天";
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      JhChange *change = begin (store, "错的");

      ck_assert (!jh_waiver_set (store, id, &cases[i], &error));
      jh_assert_error (error, JH_ERROR_DATA, "不能入账");
      jh_change_free (change);
    }
  long_words[JH_WAIVER_WORDS_MAX] = '\0';
  keep (store, id, make ("B02", "a", long_words));
}
END_TEST

START_TEST (a_waiver_stays_when_the_rows_are_replaced)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) books = load_books (store, id);
  JhChange *change;

  keep (store, id, make ("B02", "a", "甲"));
  change = begin (store, "替换");
  ck_assert (jh_books_clear (store, id, &error));
  ck_assert (jh_books_insert (store, books, &error));
  commit (change);
  assert_written (store, id, "B02/a=甲；");
}
END_TEST

START_TEST (a_waiver_goes_with_its_filing_and_comes_back_with_it)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, NULL);
  JhChange *change;

  keep (store, id, make ("B02", "a", "甲"));
  change = begin (store, "删去");
  ck_assert (jh_filing_remove (store, filing, &error));
  commit (change);
  assert_written (store, id, "");
  undo (store);
  assert_written (store, id, "B02/a=甲；");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("waiver");
  TCase *tests = tcase_create ("waiver");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, a_waiver_comes_back_as_it_was_written);
  tcase_add_test (tests, a_finding_has_one_waiver_which_is_rewritten);
  tcase_add_test (tests, what_is_written_is_undone_and_redone);
  tcase_add_test (tests, what_is_taken_back_is_gone_and_nothing_else);
  tcase_add_test (tests, a_locked_filing_takes_no_waiver);
  tcase_add_test (tests,
                  undoing_a_waiver_of_a_locked_filing_tells_of_the_lock);
  tcase_add_test (tests, a_waiver_without_a_text_is_refused);
  tcase_add_test (tests, a_waiver_stays_when_the_rows_are_replaced);
  tcase_add_test (tests,
                  a_waiver_goes_with_its_filing_and_comes_back_with_it);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
