/* Since when findings are open: noted beside the log. */
#include "fixture.h"
#include "jh-seen.h"

#define EARLY "2026-11-24T08:00:00Z"
#define LATE "2026-11-25T08:00:00Z"

/* What is noted of the filing @id, as “B02/a=2026-11-24；…”. */
static char *
join (JhStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = jh_seen_list (store, id, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  jh_assert_no_error (error);
  for (guint i = 0; i < seen->len; i++)
    {
      const JhSeen *one = seen->pdata[i];

      g_string_append_printf (words, "%s/%s=%.10s；", one->rule,
                              one->instance, one->at);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_noted (JhStore *store, gint64 id, const char *expected)
{
  g_autofree char *noted = join (store, id);

  ck_assert_str_eq (noted, expected);
}

/* A list of findings of B02, one for each letter of @instances, at @at. */
static GPtrArray *
make_list (const char *instances, const char *at)
{
  GPtrArray *list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_seen_free);

  for (const char *letter = instances; *letter; letter++)
    {
      const char instance[] = { *letter, '\0' };

      g_ptr_array_add (list, jh_seen_new ("B02", instance, at));
    }
  return list;
}

static gboolean
keep (JhStore *store, gint64 id, const char *gone, const char *come,
      const char *at, GError **error)
{
  g_autoptr (GPtrArray) gone_list = make_list (gone, at);
  g_autoptr (GPtrArray) come_list = make_list (come, at);

  return jh_seen_keep (store, id, gone_list, come_list, error);
}

static void
note (JhStore *store, gint64 id, const char *gone, const char *come,
      const char *at)
{
  g_autoptr (GError) error = NULL;
  gboolean good = keep (store, id, gone, come, at, &error);

  jh_assert_no_error (error);
  ck_assert (good);
}

static guint
count_log (JhStore *store)
{
  g_autoptr (GPtrArray) log = jh_change_list (store, NULL, 100, 0, NULL);

  return log->len;
}

START_TEST (what_stays_keeps_its_moment_and_what_comes_back_is_new)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  gint64 other = new_filing (store, "U2", 2023);

  note (store, id, "", "ba", EARLY);
  note (store, other, "", "a", EARLY);
  note (store, id, "", "ab", LATE);
  assert_noted (store, id, "B02/a=2026-11-24；B02/b=2026-11-24；");
  note (store, id, "ac", "d", LATE);
  note (store, id, "", "a", LATE);
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  assert_noted (store, id,
                "B02/a=2026-11-25；B02/b=2026-11-24；B02/d=2026-11-25；");
  assert_noted (store, other, "B02/a=2026-11-24；");
  jh_store_close (store);
}
END_TEST

START_TEST (a_note_is_no_change_and_is_not_undone)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;
  guint entries;

  change_words (store, id, "甲");
  entries = count_log (store);
  note (store, id, "", "a", EARLY);
  ck_assert_uint_eq (count_log (store), entries);
  ck_assert (jh_change_undo (store, NULL, &error));
  assert_noted (store, id, "B02/a=2026-11-24；");
  note (store, id, "a", "b", LATE);
  ck_assert (jh_change_redo (store, NULL, &error));
  assert_words (store, id, "甲");
  assert_noted (store, id, "B02/b=2026-11-25；");
}
END_TEST

START_TEST (a_lock_is_not_in_the_way_of_a_note)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);

  set_state (store, id, "锁定", TRUE);
  note (store, id, "", "a", EARLY);
  note (store, id, "a", "b", LATE);
  assert_noted (store, id, "B02/b=2026-11-25；");
}
END_TEST

START_TEST (notes_go_with_their_filing_which_can_come_back)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, NULL);
  g_autoptr (GError) error = NULL;
  JhChange *change;

  note (store, id, "", "a", EARLY);
  change = begin (store, "删去");
  ck_assert (jh_filing_remove (store, filing, &error));
  commit (change);
  assert_noted (store, id, "");
  ck_assert (jh_change_undo (store, NULL, &error));
  jh_assert_no_error (error);
  assert_noted (store, id, "");
  note (store, id, "", "a", LATE);
  ck_assert (jh_change_undo (store, NULL, &error));
  jh_assert_no_error (error);
  assert_noted (store, id, "");
}
END_TEST

START_TEST (a_note_that_is_refused_leaves_all_as_it_was)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;

  note (store, id, "", "a", EARLY);
  ck_assert (!keep (store, id, "a", "b", "昨天", &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  ck_assert (!keep (store, 99, "", "b", LATE, &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  assert_noted (store, id, "B02/a=2026-11-24；");
  new_filing (store, "U2", 2023);
}
END_TEST

START_TEST (nothing_to_note_writes_nothing)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;

  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  ck_assert (keep (store, id, "", "", LATE, &error));
  ck_assert (!keep (store, id, "", "a", LATE, &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  assert_noted (store, id, "");
  jh_store_close (store);
}
END_TEST

START_TEST (nothing_is_noted_in_the_midst_of_a_change)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "改");

  set_words (store, id, "甲");
  ck_assert (!keep (store, id, "", "a", LATE, &error));
  jh_assert_error (error, JH_ERROR_BUSY, "正在保存一次修改");
  commit (change);
  assert_words (store, id, "甲");
  note (store, id, "", "a", LATE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("seen");
  TCase *tests = tcase_create ("seen");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests,
                  what_stays_keeps_its_moment_and_what_comes_back_is_new);
  tcase_add_test (tests, a_note_is_no_change_and_is_not_undone);
  tcase_add_test (tests, a_lock_is_not_in_the_way_of_a_note);
  tcase_add_test (tests, notes_go_with_their_filing_which_can_come_back);
  tcase_add_test (tests, a_note_that_is_refused_leaves_all_as_it_was);
  tcase_add_test (tests, nothing_to_note_writes_nothing);
  tcase_add_test (tests, nothing_is_noted_in_the_midst_of_a_change);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
