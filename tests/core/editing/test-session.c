/* The books in memory in step with the file. */
#include "jh-session.h"

#include "../books/fixture.h"

static JhSession *
new_session (JhStore *store, gint64 filing)
{
  g_autoptr (GError) error = NULL;
  JhSession *session = jh_session_new (store, filing, &error);

  jh_assert_no_error (error);
  return session;
}

/* What "changed" said last. */
typedef struct
{
  guint times;
  guint touched;
  gpointer source;
} Told;

static void
changed_cb (JhSession *session, guint touched, GObject *source, Told *told)
{
  *told = (Told){ told->times + 1, touched, source };
}

START_TEST (a_session_begins_in_the_unit_of_its_filing)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhSession) session
    = new_session (store, new_full_filing (store, "A", 2023));

  ck_assert_int_eq (jh_session_get_unit (session), JH_MONEY_WAN);
  ck_assert_ptr_null (jh_session_get_before (session));
  ck_assert_ptr_null (jh_session_get_obstacle (session));
  jh_session_set_unit (session, JH_MONEY_YUAN);
  ck_assert_int_eq (jh_session_get_unit (session), JH_MONEY_YUAN);
}
END_TEST

START_TEST (the_year_before_is_at_hand)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 before = new_full_filing (store, "A", 2022);
  g_autoptr (JhSession) session
    = new_session (store, new_full_filing (store, "A", 2023));

  ck_assert_int_eq (jh_session_get_before (session)->filing->id, before);
}
END_TEST

START_TEST (a_change_is_named_and_belongs_to_the_filing)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "A", 2023);
  g_autoptr (JhSession) session = new_session (store, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = NULL;
  JhChangeFilter asked = { .filing = id };
  JhChange *change = jh_session_begin (session, "改原因", &error);

  jh_assert_no_error (error);
  set_words (store, id, "新的");
  ck_assert (jh_session_commit (session, change, &error));
  log = jh_change_list (store, &asked, 1, 0, &error);
  ck_assert_str_eq (((JhChangeEntry *) log->pdata[0])->name, "改原因");
}
END_TEST

START_TEST (a_locked_filing_cannot_be_changed)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "A", 2023);
  g_autoptr (JhSession) session = NULL;
  g_autoptr (GError) error = NULL;

  set_state (store, id, "锁定", TRUE);
  session = new_session (store, id);
  ck_assert_ptr_nonnull (strstr (jh_session_get_obstacle (session), "锁定"));
  ck_assert_ptr_null (jh_session_begin (session, "改", &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
}
END_TEST

START_TEST (reading_anew_tells_everybody)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "A", 2023);
  g_autoptr (JhSession) session = new_session (store, id);
  g_autoptr (GError) error = NULL;
  Told told = { 0 };
  const GPtrArray *reasons;

  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), &told);
  change_words (store, id, "新的");
  ck_assert (jh_session_reload (session, &error));
  ck_assert_uint_eq (told.times, 1);
  ck_assert_uint_eq (told.touched, JH_TOUCHED_ALL);
  ck_assert_ptr_null (told.source);
  reasons = JH_BOOKS_ROWS (jh_session_get_books (session), REASON);
  ck_assert_str_eq (((const JhReason *) reasons->pdata[0])->words, "新的");
}
END_TEST

START_TEST (a_filing_that_is_gone_leaves_the_books_as_they_were)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhSession) session
    = new_session (store, new_full_filing (store, "A", 2023));
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), &told);
  ck_assert (jh_change_undo (store, NULL, &error));
  ck_assert (!jh_session_reload (session, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "已经不在账套里");
  ck_assert_uint_eq (told.times, 0);
  ck_assert_int_eq (jh_session_get_books (session)->filing->year, 2023);
}
END_TEST

START_TEST (what_is_told_names_its_source)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhSession) session
    = new_session (store, new_full_filing (store, "A", 2023));
  Told told = { 0 };

  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), &told);
  jh_session_tell (session, JH_TOUCHED_TABLE (JH_TABLE_INCOME), session);
  ck_assert_uint_eq (told.touched, 1u << JH_TABLE_INCOME);
  ck_assert_ptr_eq (told.source, session);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("session");
  TCase *all = tcase_create ("session");

  tcase_set_timeout (all, 60);
  tcase_add_test (all, a_session_begins_in_the_unit_of_its_filing);
  tcase_add_test (all, the_year_before_is_at_hand);
  tcase_add_test (all, a_change_is_named_and_belongs_to_the_filing);
  tcase_add_test (all, a_locked_filing_cannot_be_changed);
  tcase_add_test (all, reading_anew_tells_everybody);
  tcase_add_test (all, a_filing_that_is_gone_leaves_the_books_as_they_were);
  tcase_add_test (all, what_is_told_names_its_source);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
