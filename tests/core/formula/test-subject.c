/* What is examined. */
#include "jh-subject.h"

#include "jh-test.h"
#include "jh-vocabulary.h"

START_TEST (a_subject_is_what_it_was_made_as)
{
  g_autoptr (JhSubject) subject
    = jh_subject_new (2025, "510502", JH_MONEY_WAN, TRUE);

  ck_assert_int_eq (jh_subject_get_year (subject), 2025);
  ck_assert_str_eq (jh_subject_get_region (subject), "510502");
  ck_assert_int_eq (jh_subject_get_unit (subject), JH_MONEY_WAN);
  ck_assert (jh_subject_is_rounded (subject));
  ck_assert_ptr_null (jh_subject_get_before (subject));
  ck_assert_ptr_null (jh_subject_get_grid (subject, "公开01"));
  ck_assert_ptr_null (jh_subject_get_figures (subject, "支出"));
  ck_assert (jh_subject_get_limit (subject, "上限").kind == JH_VALUE_BLANK);
}
END_TEST

START_TEST (the_later_of_one_name_counts)
{
  static const char *const columns[] = { "a", NULL };
  g_autoptr (JhVocabulary) vocabulary = jh_vocabulary_new ();
  const JhFiguresKind *kind
    = jh_vocabulary_add_figures (vocabulary, "支出", columns);
  g_autoptr (JhFigures) first = jh_figures_new (kind);
  g_autoptr (JhFigures) second = jh_figures_new (kind);
  g_autoptr (JhGrid) grid = jh_grid_new (1, 1);
  g_autoptr (JhGrid) other = jh_grid_new (1, 1);
  g_autoptr (JhSubject) subject
    = jh_subject_new (2025, "", JH_MONEY_WAN, FALSE);
  g_autoptr (GPtrArray) names = NULL;

  g_free (grid->name);
  g_free (other->name);
  grid->name = g_strdup ("公开01");
  other->name = g_strdup ("公开01");
  jh_subject_set_grid (subject, grid);
  jh_subject_set_grid (subject, other);
  jh_subject_set_figures (subject, first);
  jh_subject_set_figures (subject, second);
  ck_assert_ptr_eq (jh_subject_get_grid (subject, "公开01"), other);
  ck_assert_ptr_eq (jh_subject_get_figures (subject, "支出"), second);
  names = jh_subject_list_names (subject);
  ck_assert_uint_eq (names->len, 2);
}
END_TEST

START_TEST (limits_are_compared_by_what_they_are)
{
  g_autoptr (JhSubject) a = jh_subject_new (2025, "", JH_MONEY_WAN, FALSE);
  g_autoptr (JhSubject) b = jh_subject_new (2025, "", JH_MONEY_WAN, FALSE);
  char words[] = "字";

  jh_subject_set_limit (a, "上限", jh_value_text (words));
  ck_assert (!jh_subject_has_same_limits (a, b));
  words[0] = 'x';
  ck_assert_str_eq (jh_subject_get_limit (a, "上限").text, "字");
  jh_subject_set_limit (b, "上限", jh_value_text ("字"));
  ck_assert (jh_subject_has_same_limits (a, b));
  jh_subject_set_limit (b, "上限", jh_value_number (1, 1));
  ck_assert (!jh_subject_has_same_limits (a, b));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("subject");
  TCase *cases = tcase_create ("subjects");

  tcase_add_test (cases, a_subject_is_what_it_was_made_as);
  tcase_add_test (cases, the_later_of_one_name_counts);
  tcase_add_test (cases, limits_are_compared_by_what_they_are);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
