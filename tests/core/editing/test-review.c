/* The findings follow the books, and say where the mend begins. */
#include "jh-review.h"

#include "../books/fixture.h"
#include "jh-draft.h"
#include "jh-import.h"

/* Books with the sample filing, in which all holds; its id is 1. The caller frees the path. */
static char *
make_sample (void)
{
  char *path = new_path ();
  g_autofree char *sample = jh_test_copy_sample (TRUE);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_import_folder (store, sample, FALSE, NULL, &error));
  return path;
}

/* Lets the checks run to their end. */
static void
settle (JhReview *review)
{
  while (jh_review_is_busy (review))
    g_main_context_iteration (NULL, TRUE);
}

/* What @review finds by @rule; the test fails when it finds nothing. */
static const JhFinding *
find (JhReview *review, const char *rule)
{
  GListModel *findings = G_LIST_MODEL (jh_review_get_findings (review));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (JhFindingItem) item = g_list_model_get_item (findings, i);

      if (g_str_equal (jh_finding_item_get (item)->rule, rule))
        return jh_finding_item_get (item);
    }
  ck_abort_msg ("no %s: %s", rule, jh_review_get_summary (review));
}

/* Writes something and tells the session's people. */
static void
change_first_code (JhStore *store, JhSession *session, const char *code)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_session_begin (session, "改科目", &error);
  JhIncome *row
    = JH_BOOKS_ROWS (jh_session_get_books (session), INCOME)->pdata[1];

  jh_assert_no_error (error);
  jh_row_set_text (
    row, jh_table_find_field (jh_income_table (), "functional"), code);
  ck_assert (jh_table_update (store, 1, row, &error));
  ck_assert (jh_session_commit (session, change, &error));
  jh_session_tell (session, JH_TOUCHED_TABLE (JH_TABLE_INCOME), NULL);
}

typedef struct
{
  char *path;
  JhStore *store;
  JhSession *session;
  JhReview *review;
} Scene;

static Scene
begin_scene (void)
{
  g_autoptr (GError) error = NULL;
  Scene scene = { make_sample () };

  scene.store = open_books (scene.path, JH_STORE_WRITE);
  scene.session = jh_session_new (scene.store, 1, &error);
  jh_assert_no_error (error);
  scene.review = jh_review_new ();
  jh_review_watch (scene.review, scene.session);
  return scene;
}

static void
end_scene (Scene *scene)
{
  g_object_unref (scene->review);
  g_object_unref (scene->session);
  jh_store_close (scene->store);
  g_free (scene->path);
}

START_TEST (a_filing_in_which_all_holds_has_no_findings)
{
  Scene scene = begin_scene ();

  settle (scene.review);
  ck_assert_str_eq (jh_review_get_summary (scene.review), "没有发现问题");
  end_scene (&scene);
}
END_TEST

START_TEST (a_wrong_code_is_found_where_it_stands_and_goes_when_mended)
{
  Scene scene = begin_scene ();
  const JhFinding *finding;

  change_first_code (scene.store, scene.session, "208");
  settle (scene.review);
  finding = find (scene.review, "B03");
  ck_assert_str_eq (finding->table, "income");
  ck_assert_str_eq (finding->field, "functional");
  ck_assert_int_eq (finding->row, 2);
  change_first_code (scene.store, scene.session, "2080505");
  settle (scene.review);
  ck_assert_str_eq (jh_review_get_summary (scene.review), "没有发现问题");
  end_scene (&scene);
}
END_TEST

/* line, field, typed: of a draft of the table of income
 * says: a part of what the finding says */
static const struct
{
  gint64 line;
  const char *field;
  const char *typed;
  const char *says;
} drafts[] = {
  { 1, "actual", "12a", "收入里的“决算”填了“12a”，不对，还没有入账" },
  { -1, "", "", "收入里有一行没有填完" },
};

START_TEST (what_was_typed_and_not_taken_is_a_finding)
{
  Scene scene = begin_scene ();
  JhDraft draft = { (char *) "income", drafts[_i].line, 0,
                    (char *) drafts[_i].field, (char *) drafts[_i].typed };
  JhDraft typed = { (char *) "income", drafts[_i].line, 0,
                    (char *) "functional", (char *) "2013150" };
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_session_begin (scene.session, "填", &error);
  const JhFinding *finding;

  ck_assert (jh_draft_set (scene.store, 1, &draft, &error));
  ck_assert (_i == 0 || jh_draft_set (scene.store, 1, &typed, &error));
  ck_assert (jh_session_commit (scene.session, change, &error));
  jh_session_tell (scene.session, JH_TOUCHED_DRAFTS, NULL);
  settle (scene.review);
  finding = find (scene.review, "录入");
  ck_assert_int_eq (finding->severity, JH_SEVERITY_ERROR);
  ck_assert_ptr_nonnull (strstr (finding->message, drafts[_i].says));
  ck_assert_str_eq (finding->table, "income");
  ck_assert_int_eq (finding->row, drafts[_i].line);
  end_scene (&scene);
}
END_TEST

START_TEST (a_change_while_the_checks_run_is_checked_too)
{
  Scene scene = begin_scene ();

  for (int i = 0; i < 40; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  change_first_code (scene.store, scene.session, "208");
  for (int i = 0; i < 30; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  change_first_code (scene.store, scene.session, "2080505");
  settle (scene.review);
  ck_assert_str_eq (jh_review_get_summary (scene.review), "没有发现问题");
  end_scene (&scene);
}
END_TEST

START_TEST (nothing_is_found_where_nothing_is_shown)
{
  Scene scene = begin_scene ();

  change_first_code (scene.store, scene.session, "208");
  settle (scene.review);
  jh_review_watch (scene.review, NULL);
  settle (scene.review);
  ck_assert_uint_eq (
    jh_finding_list_get (jh_review_get_findings (scene.review))->len, 0);
  ck_assert_str_eq (jh_review_get_summary (scene.review), "");
  end_scene (&scene);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("review");
  TCase *all = tcase_create ("review");

  tcase_set_timeout (all, 60);
  tcase_add_test (all, a_filing_in_which_all_holds_has_no_findings);
  tcase_add_test (all,
                  a_wrong_code_is_found_where_it_stands_and_goes_when_mended);
  tcase_add_loop_test (all, what_was_typed_and_not_taken_is_a_finding, 0,
                       G_N_ELEMENTS (drafts));
  tcase_add_test (all, a_change_while_the_checks_run_is_checked_too);
  tcase_add_test (all, nothing_is_found_where_nothing_is_shown);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
