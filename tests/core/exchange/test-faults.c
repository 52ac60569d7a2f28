#include "jh-faults.h"

#include "fixture.h"

/* The message of @faults. The caller frees it. */
static char *
dup_message (const JhFaults *faults)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_faults_raise (faults, "没有导入，", &error));
  ck_assert (g_error_matches (error, JH_ERROR, JH_ERROR_DATA));
  return g_strdup (error->message);
}

START_TEST (no_fault_raises_nothing)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (jh_faults_raise (faults, "没有导入，", &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (jh_faults_count (faults), 0);
}
END_TEST

START_TEST (a_fault_names_file_line_and_column)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autofree char *message = NULL;

  jh_faults_add (faults, "a.csv", 5, "决算", "“%s”不是数字", "abc");
  jh_faults_add (faults, "b.csv", 2, NULL, "格子太多");
  jh_faults_add (faults, "c.csv", 0, NULL, "太大");
  message = dup_message (faults);
  ck_assert_str_eq (message, "没有导入，共有 3 处错误：\n"
                             "a.csv 第 5 行“决算”：“abc”不是数字\n"
                             "b.csv 第 2 行：格子太多\n"
                             "c.csv：太大");
}
END_TEST

START_TEST (a_hundred_faults_are_told_and_one_more_is_counted)
{
  static const guint counts[] = { 99, 100, 101, 5000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (JhFaults) faults = jh_faults_new ();
      g_autofree char *message = NULL;
      g_auto (GStrv) lines = NULL;

      for (guint n = 1; n <= counts[i]; n++)
        jh_faults_add (faults, "a.csv", n, NULL, "坏");
      message = dup_message (faults);
      lines = g_strsplit (message, "\n", -1);
      ck_assert_uint_eq (g_strv_length (lines), 1 + MIN (counts[i], 100));
      ck_assert_uint_eq (jh_faults_count (faults), counts[i]);
      ck_assert ((strstr (message, "只列出前 100 处") != NULL)
                 == (counts[i] > 100));
    }
}
END_TEST

START_TEST (names_that_are_no_text_do_not_break_the_message)
{
  g_autoptr (JhFaults) faults = jh_faults_new ();
  g_autofree char *message = NULL;

  jh_faults_add (faults, "a\n\xff.csv", 1, "列\x01", "坏");
  message = dup_message (faults);
  ck_assert (g_utf8_validate (message, -1, NULL));
  ck_assert_ptr_nonnull (strstr (message, "a␊"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("faults");
  TCase *cases = tcase_create ("faults");

  tcase_add_test (cases, no_fault_raises_nothing);
  tcase_add_test (cases, a_fault_names_file_line_and_column);
  tcase_add_test (cases, a_hundred_faults_are_told_and_one_more_is_counted);
  tcase_add_test (cases, names_that_are_no_text_do_not_break_the_message);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
