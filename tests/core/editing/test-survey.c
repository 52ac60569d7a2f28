/* All filings of a file, and what the checks come to in each. */
#include "jh-survey.h"

#include "../books/fixture.h"
#include "jh-import.h"

#include <glib/gstdio.h>

typedef struct
{
  char *path;
  JhDocument *document;
  JhSurvey *survey;
} Scene;

/* Fills books at @path: the sample filing with the id 1, in which all holds,
 * and with @years empty filings of unit A from 2021 on. */
static void
make_file (const char *path, int years)
{
  g_autofree char *sample = jh_test_copy_sample (TRUE);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_import_folder (store, sample, FALSE, NULL, &error));
  for (int i = 0; i < years; i++)
    new_full_filing (store, "A", 2021 + i);
}

static Scene
begin_scene (int years)
{
  g_autoptr (GError) error = NULL;
  Scene scene = { new_path () };

  make_file (scene.path, years);
  scene.document = jh_document_open (scene.path, &error);
  jh_assert_no_error (error);
  scene.survey = jh_survey_new (scene.document, &error);
  jh_assert_no_error (error);
  return scene;
}

static void
end_scene (Scene *scene)
{
  g_object_unref (scene->survey);
  g_object_unref (scene->document);
  g_free (scene->path);
}

static void
settle (JhSurvey *survey)
{
  while (jh_survey_is_running (survey))
    g_main_context_iteration (NULL, TRUE);
}

/* The item of the filing @id. Borrowed. */
static JhSurveyItem *
find (JhSurvey *survey, gint64 id)
{
  GListModel *items = jh_survey_get_items (survey);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (JhSurveyItem) item = g_list_model_get_item (items, i);

      if (jh_filing_item_get_id (jh_survey_item_get_filing (item)) == id)
        return item;
    }
  ck_abort_msg ("there is no filing %d", (int) id);
}

/* Writes words about the filing @id as another program does. */
static void
change_elsewhere (Scene *scene, gint64 id)
{
  g_autoptr (JhStore) store = open_books (scene->path, JH_STORE_WRITE);

  change_words (store, id, "另写");
}

START_TEST (nothing_is_known_before_it_is_looked_at)
{
  Scene scene = begin_scene (1);

  ck_assert_uint_eq (jh_survey_count (scene.survey), 2);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 0);
  ck_assert_str_eq (jh_survey_get_summary (scene.survey),
                    "2 套决算：2 套还没有审核");
  end_scene (&scene);
}
END_TEST

START_TEST (every_filing_is_counted)
{
  Scene scene = begin_scene (2);
  const JhTally *tally;

  jh_survey_look (scene.survey);
  ck_assert (jh_survey_is_running (scene.survey));
  settle (scene.survey);
  ck_assert_str_eq (jh_survey_get_summary (scene.survey),
                    "3 套决算：2 套有错误、1 套可以锁定");
  ck_assert_str_eq (jh_survey_get_progress (scene.survey),
                    "已审核 3 套，共 3 套");
  ck_assert_int_eq (jh_survey_item_get_standing (find (scene.survey, 1)),
                    JH_STANDING_READY);
  tally = jh_survey_item_get_tally (find (scene.survey, 2));
  ck_assert_uint_gt (tally->counts[JH_FINDING_ERROR], 0);
  end_scene (&scene);
}
END_TEST

START_TEST (what_is_counted_is_kept)
{
  Scene scene = begin_scene (1);

  jh_survey_look (scene.survey);
  settle (scene.survey);
  jh_survey_look (scene.survey);
  ck_assert (!jh_survey_is_running (scene.survey));
  end_scene (&scene);
}
END_TEST

/* changed: the filing that somebody changes; 1 is the sample, 2 to 4 are the
 * years of unit A
 * known: how many filings stay known */
static const struct
{
  gint64 changed;
  guint known;
} changes[] = { { 1, 3 }, { 2, 2 }, { 3, 2 }, { 4, 3 } };

START_TEST (a_change_is_counted_again_and_the_year_after_it)
{
  Scene scene = begin_scene (3);

  jh_survey_look (scene.survey);
  settle (scene.survey);
  jh_survey_stop (scene.survey);
  change_elsewhere (&scene, changes[_i].changed);
  jh_survey_look (scene.survey);
  ck_assert (!jh_survey_is_running (scene.survey));
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), changes[_i].known);
  jh_survey_begin (scene.survey);
  settle (scene.survey);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 4);
  end_scene (&scene);
}
END_TEST

START_TEST (a_change_about_no_filing_may_be_about_any)
{
  Scene scene = begin_scene (2);
  g_autoptr (JhStore) store = NULL;

  jh_survey_look (scene.survey);
  settle (scene.survey);
  jh_survey_stop (scene.survey);
  store = open_books (scene.path, JH_STORE_WRITE);
  set_state (store, 2, "审核", TRUE);
  jh_survey_look (scene.survey);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 0);
  end_scene (&scene);
}
END_TEST

START_TEST (a_change_meanwhile_is_counted_behind)
{
  Scene scene = begin_scene (2);

  jh_survey_look (scene.survey);
  change_elsewhere (&scene, 2);
  jh_survey_look (scene.survey);
  settle (scene.survey);
  jh_survey_stop (scene.survey);
  jh_survey_look (scene.survey);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 3);
  end_scene (&scene);
}
END_TEST

START_TEST (one_that_was_stopped_goes_on_where_it_was)
{
  Scene scene = begin_scene (12);
  guint known;

  jh_survey_look (scene.survey);
  jh_survey_stop (scene.survey);
  settle (scene.survey);
  known = jh_survey_count_known (scene.survey);
  ck_assert_uint_lt (known, 13);
  jh_survey_look (scene.survey);
  ck_assert (!jh_survey_is_running (scene.survey));
  jh_survey_begin (scene.survey);
  settle (scene.survey);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 13);
  end_scene (&scene);
}
END_TEST

START_TEST (new_filings_are_listed_and_the_rest_stays_known)
{
  Scene scene = begin_scene (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;

  jh_survey_look (scene.survey);
  settle (scene.survey);
  store = open_books (scene.path, JH_STORE_WRITE);
  new_full_filing (store, "B", 2023);
  ck_assert (jh_document_refresh (scene.document, &error));
  ck_assert_uint_eq (jh_survey_count (scene.survey), 3);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 2);
  jh_survey_look (scene.survey);
  settle (scene.survey);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 3);
  end_scene (&scene);
}
END_TEST

START_TEST (books_that_are_gone_are_a_sentence)
{
  Scene scene = begin_scene (1);

  ck_assert_int_eq (g_remove (scene.path), 0);
  jh_survey_look (scene.survey);
  settle (scene.survey);
  ck_assert_uint_eq (jh_survey_count_known (scene.survey), 0);
  ck_assert_ptr_nonnull (
    strstr (jh_survey_get_progress (scene.survey), "没有审核："));
  end_scene (&scene);
}
END_TEST

/* errors to waived: what is counted
 * state: of the filing */
static const struct
{
  JhTally tally;
  const char *state;
  JhStandingKind standing;
} standings[] = {
  { { { 1, 0, 0, 0 } }, "填报", JH_STANDING_ERRORS },
  { { { 2, 3, 0, 0 } }, "审核", JH_STANDING_ERRORS },
  { { { 0, 1, 5, 0 } }, "填报", JH_STANDING_WARNINGS },
  { { { 0, 0, 5, 2 } }, "填报", JH_STANDING_READY },
  { { { 0, 0, 0, 0 } }, "填报", JH_STANDING_READY },
  { { { 1, 1, 0, 0 } }, "锁定", JH_STANDING_LOCKED },
};

/* The item of a filing of some unit that is in @state. */
static JhSurveyItem *
make_item (const char *state)
{
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (JhFilingItem) item = NULL;

  g_free (filing->code);
  filing->code = g_strdup ("A01");
  g_free (filing->name);
  filing->name = g_strdup ("绩效中心");
  g_free (filing->state);
  filing->state = g_strdup (state);
  filing->year = 2023;
  item = jh_filing_item_new (filing);
  return jh_survey_item_new (item);
}

START_TEST (a_filing_stands_where_its_worst_finding_puts_it)
{
  g_autoptr (JhSurveyItem) item = make_item (standings[_i].state);

  ck_assert_int_eq (jh_survey_item_get_standing (item),
                    g_str_equal (standings[_i].state, "锁定")
                      ? JH_STANDING_LOCKED
                      : JH_STANDING_UNKNOWN);
  jh_survey_item_set_tally (item, &standings[_i].tally);
  ck_assert_int_eq (jh_survey_item_get_standing (item),
                    standings[_i].standing);
}
END_TEST

START_TEST (an_item_tells_all_of_it)
{
  g_autoptr (JhSurveyItem) item = make_item ("填报");
  const JhTally tally = { { 3, 0, 1, 2 } };
  g_autofree char *before = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *about = NULL;
  g_autofree char *spoken = NULL;

  g_object_get (item, "errors", &before, NULL);
  ck_assert_str_eq (before, "");
  jh_survey_item_set_tally (item, &tally);
  g_object_get (item, "errors", &errors, "about", &about, "spoken", &spoken,
                NULL);
  ck_assert_str_eq (errors, "3");
  ck_assert_str_eq (about, "A01  2023 年度  填报");
  ck_assert_str_eq (
    spoken, "2023 年度 绩效中心，有错误，3 错误，0 警告，1 提示，2 已说明");
}
END_TEST

START_TEST (one_that_cannot_be_checked_says_why)
{
  g_autoptr (JhSurveyItem) item = make_item ("填报");
  const JhTally tally = { { 3, 0, 1, 2 } };
  g_autofree char *standing = NULL;

  jh_survey_item_set_tally (item, &tally);
  jh_survey_item_set_trouble (item, "文件读不了");
  g_object_get (item, "standing", &standing, NULL);
  ck_assert_str_eq (standing, "没能审核：文件读不了");
  ck_assert_ptr_null (jh_survey_item_get_tally (item));
}
END_TEST

/* typed, standing: what is looked for
 * passes: whether an item with an error does */
static const struct
{
  const char *typed;
  JhStandingKind standing;
  gboolean passes;
} filters[] = {
  { "", JH_N_STANDINGS, TRUE },
  { "jxzx", JH_N_STANDINGS, TRUE },
  { "2023", JH_N_STANDINGS, TRUE },
  { "a01", JH_STANDING_ERRORS, TRUE },
  { "2022", JH_N_STANDINGS, FALSE },
  { "", JH_STANDING_READY, FALSE },
  { "绩效", JH_STANDING_WARNINGS, FALSE },
};

START_TEST (items_are_found_by_what_is_typed_and_where_they_stand)
{
  g_autoptr (JhSurveyItem) item = make_item ("填报");
  g_autoptr (JhInitials) typed = jh_initials_new (filters[_i].typed);
  const JhTally tally = { { 1, 0, 0, 0 } };

  jh_survey_item_set_tally (item, &tally);
  ck_assert_int_eq (jh_survey_item_passes (item, typed, filters[_i].standing),
                    filters[_i].passes);
}
END_TEST

START_TEST (the_worst_come_first_and_what_is_not_known_last)
{
  static const JhTally tallies[]
    = { { { 2, 0, 0, 0 } }, { { 1, 9, 0, 0 } }, { { 1, 2, 0, 0 } },
        { { 0, 1, 0, 0 } }, { { 0, 0, 1, 0 } }, { { 0, 0, 0, 7 } } };
  g_autoptr (JhSurveyItem) unknown = make_item ("填报");

  for (gsize i = 0; i < G_N_ELEMENTS (tallies); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (tallies); j++)
      {
        g_autoptr (JhSurveyItem) a = make_item ("填报");
        g_autoptr (JhSurveyItem) b = make_item ("填报");

        jh_survey_item_set_tally (a, &tallies[i]);
        jh_survey_item_set_tally (b, &tallies[j]);
        ck_assert_int_eq (jh_survey_item_compare (a, b), i < j ? -1 : i > j);
        ck_assert_int_eq (jh_survey_item_compare (a, unknown), -1);
        ck_assert_int_eq (jh_survey_item_compare (unknown, a), 1);
      }
  ck_assert_int_eq (jh_survey_item_compare (unknown, unknown), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("survey");
  TCase *survey = tcase_create ("survey");

  tcase_set_timeout (survey, 120);
  tcase_add_test (survey, nothing_is_known_before_it_is_looked_at);
  tcase_add_test (survey, every_filing_is_counted);
  tcase_add_test (survey, what_is_counted_is_kept);
  tcase_add_loop_test (survey,
                       a_change_is_counted_again_and_the_year_after_it, 0,
                       G_N_ELEMENTS (changes));
  tcase_add_test (survey, a_change_about_no_filing_may_be_about_any);
  tcase_add_test (survey, a_change_meanwhile_is_counted_behind);
  tcase_add_test (survey, one_that_was_stopped_goes_on_where_it_was);
  tcase_add_test (survey, new_filings_are_listed_and_the_rest_stays_known);
  tcase_add_test (survey, books_that_are_gone_are_a_sentence);
  tcase_add_loop_test (survey,
                       a_filing_stands_where_its_worst_finding_puts_it, 0,
                       G_N_ELEMENTS (standings));
  tcase_add_test (survey, an_item_tells_all_of_it);
  tcase_add_test (survey, one_that_cannot_be_checked_says_why);
  tcase_add_loop_test (survey,
                       items_are_found_by_what_is_typed_and_where_they_stand,
                       0, G_N_ELEMENTS (filters));
  tcase_add_test (survey, the_worst_come_first_and_what_is_not_known_last);
  suite_add_tcase (suite, survey);
  return jh_test_run (suite);
}
