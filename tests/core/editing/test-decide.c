/* What people decide about a filing: what is accepted, and when it is
 * locked. */
#include "jh-decide.h"

#include "fixture.h"
#include "jh-checker.h"
#include "jh-error.h"
#include "jh-import.h"
#include "jh-rule-words.h"

/* A desk with the sample filing. */
static void
sample_desk (Desk *desk)
{
  g_autofree char *path = new_path ();
  g_autofree char *sample = g_build_filename (
    g_getenv ("JIHENG_SOURCE"), "resources", "sample", "filing-2023", NULL);
  JhStore *store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_import_folder (store, sample, FALSE, NULL, &error));
  jh_store_close (store);
  sit_down (desk, path, 1, JH_STORE_WRITE);
}

/* What the checks find. The caller unrefs it. */
static GPtrArray *
check_desk (Desk *desk)
{
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = jh_checker_check (
    checker, desk->store, jh_session_get_filing (desk->session), &error);

  jh_assert_no_error (error);
  return findings;
}

/* The first of @findings that is of @severity. */
static JhFinding *
pick (const GPtrArray *findings, JhSeverity severity)
{
  for (guint i = 0; i < findings->len; i++)
    if (((JhFinding *) findings->pdata[i])->severity == severity)
      return findings->pdata[i];
  ck_abort_msg ("no such finding");
}

/* What the finding called like @like has come to now. */
static JhWaiverState
find_state (Desk *desk, const JhFinding *like)
{
  g_autoptr (GPtrArray) findings = check_desk (desk);

  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->rule, like->rule)
          && g_str_equal (finding->instance, like->instance))
        return finding->waiver;
    }
  ck_abort_msg ("%s is gone", like->rule);
}

static void
note_cb (JhSession *session, guint touched, GObject *source, guint *all)
{
  *all |= touched;
}

START_TEST (a_waiver_is_written_told_and_undone)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  JhFinding *finding;
  guint touched = 0;

  sample_desk (&desk);
  findings = check_desk (&desk);
  finding = pick (findings, JH_SEVERITY_WARNING);
  g_signal_connect (desk.session, "changed", G_CALLBACK (note_cb), &touched);
  ck_assert (
    jh_decide_waive (desk.session, finding, "已核对", "经办", &error));
  ck_assert_uint_eq (touched, JH_TOUCHED_WAIVERS);
  ck_assert_int_eq (finding->waiver, JH_WAIVER_NONE);
  ck_assert_int_eq (find_state (&desk, finding), JH_WAIVER_HOLDS);
  step_back (&desk, TRUE);
  ck_assert_int_eq (find_state (&desk, finding), JH_WAIVER_NONE);
}
END_TEST

START_TEST (a_waiver_is_taken_back)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  JhFinding *finding;

  sample_desk (&desk);
  findings = check_desk (&desk);
  finding = pick (findings, JH_SEVERITY_WARNING);
  ck_assert (!jh_decide_withdraw (desk.session, finding, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有审核说明");
  g_clear_error (&error);
  ck_assert (jh_decide_waive (desk.session, finding, "好", "经办", &error));
  again = check_desk (&desk);
  finding = pick (again, JH_SEVERITY_WARNING);
  ck_assert (jh_decide_withdraw (desk.session, finding, &error));
  ck_assert_int_eq (find_state (&desk, finding), JH_WAIVER_NONE);
}
END_TEST

START_TEST (a_mistake_is_not_accepted_by_words)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  guint touched = 0;

  sample_desk (&desk);
  findings = check_desk (&desk);
  g_signal_connect (desk.session, "changed", G_CALLBACK (note_cb), &touched);
  ck_assert (!jh_decide_waive (
    desk.session, pick (findings, JH_SEVERITY_ERROR), "好", "经办", &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能用审核说明接受");
  ck_assert_uint_eq (touched, 0);
}
END_TEST

START_TEST (what_stands_in_the_way_of_a_lock_is_listed)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;
  g_autofree char *lines = NULL;

  sample_desk (&desk);
  findings = check_desk (&desk);
  ck_assert (jh_decide_find_obstacle (desk.session, findings, &obstacle,
                                      &lines, &error));
  ck_assert (g_str_has_prefix (obstacle, "不能锁定：有 "));
  ck_assert (g_str_has_prefix (lines, "错误 "));
  ck_assert_ptr_nonnull (strstr (lines, "\n警告 "));
  ck_assert (!jh_decide_lock (desk.session, findings, "负责人", &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能锁定");
  ck_assert (!jh_decide_is_locked (desk.session));
}
END_TEST

/* n: how many findings there are
 * severity, waived: of each
 * lines: how many lines tell it; 0 for nothing in the way */
static const struct
{
  guint n;
  JhSeverity severity;
  gboolean waived;
  guint lines;
} obstacles[] = {
  { 0, JH_SEVERITY_ERROR, FALSE, 0 },
  { 3, JH_SEVERITY_WARNING, FALSE, 3 },
  { 3, JH_SEVERITY_WARNING, TRUE, 0 },
  { 3, JH_SEVERITY_NOTICE, FALSE, 0 },
  { JH_OBSTACLES_MOST, JH_SEVERITY_ERROR, FALSE, JH_OBSTACLES_MOST },
  { JH_OBSTACLES_MOST + 7, JH_SEVERITY_ERROR, FALSE, JH_OBSTACLES_MOST + 1 },
};

START_TEST (no_more_lines_are_shown_than_people_read)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;
  g_autofree char *lines = NULL;
  g_auto (GStrv) split = NULL;

  new_desk (&desk);
  for (guint i = 0; i < obstacles[_i].n; i++)
    {
      JhFinding *finding
        = jh_finding_new ("B01", obstacles[_i].severity, "", "不对");

      if (obstacles[_i].waived)
        jh_finding_set_waiver (finding, JH_WAIVER_HOLDS, "好", "经办", "");
      g_ptr_array_add (findings, finding);
    }
  ck_assert (jh_decide_find_obstacle (desk.session, findings, &obstacle,
                                      &lines, &error));
  split = g_strsplit (lines, "\n", -1);
  ck_assert_uint_eq (g_strv_length (split), obstacles[_i].lines);
  ck_assert_int_eq (obstacle != NULL, obstacles[_i].lines > 0);
  if (obstacles[_i].n > JH_OBSTACLES_MOST)
    ck_assert_str_eq (split[JH_OBSTACLES_MOST], "还有 7 个没有列出。");
}
END_TEST

START_TEST (a_locked_filing_is_opened_by_name_and_reason)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) nothing = jh_findings_new ();
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  ck_assert (!jh_decide_lock (desk.session, nothing, " ", &error));
  jh_assert_error (error, JH_ERROR_DATA, "请填写负责人的姓名");
  g_clear_error (&error);
  ck_assert (jh_decide_lock (desk.session, nothing, "负责人", &error));
  jh_assert_no_error (error);
  ck_assert (jh_decide_is_locked (desk.session));
  ck_assert_ptr_nonnull (jh_session_get_obstacle (desk.session));
  ck_assert (!jh_decide_lock (desk.session, nothing, "负责人", &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "已锁定");
  g_clear_error (&error);
  ck_assert (!jh_decide_unlock (desk.session, "负责人", "", &error));
  jh_assert_error (error, JH_ERROR_DATA, "请写明为什么要解锁");
  g_clear_error (&error);
  ck_assert (jh_decide_unlock (desk.session, "负责人", "数要改", &error));
  ck_assert (!jh_decide_is_locked (desk.session));
  ck_assert_ptr_null (jh_session_get_obstacle (desk.session));
}
END_TEST

START_TEST (a_rule_is_told_with_what_it_read)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  sample_desk (&desk);
  findings = check_desk (&desk);
  words = jh_rule_words_dup (desk.store, findings->pdata[0], &error);
  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (strstr (words, "A01  全年执行数等于本年支出"));
  ck_assert_ptr_nonnull (strstr (words, "依据：整体支出自评"));
  ck_assert_ptr_nonnull (strstr (words, "公式（错误）：\n"));
  ck_assert_ptr_nonnull (strstr (words, "怎么改：请按决算的本年支出填"));
  ck_assert_ptr_nonnull (strstr (words, "读到的数：\n自评资金"));
}
END_TEST

START_TEST (what_no_rule_found_has_no_basis)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFinding) finding
    = jh_finding_new ("录入", JH_SEVERITY_ERROR, "", "不对");
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  ck_assert_ptr_null (jh_rule_words_dup (desk.store, finding, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "“录入”不是一条审核规则");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("decide");
  TCase *all = tcase_create ("decide");

  tcase_set_timeout (all, 60);
  tcase_add_test (all, a_waiver_is_written_told_and_undone);
  tcase_add_test (all, a_waiver_is_taken_back);
  tcase_add_test (all, a_mistake_is_not_accepted_by_words);
  tcase_add_test (all, what_stands_in_the_way_of_a_lock_is_listed);
  tcase_add_loop_test (all, no_more_lines_are_shown_than_people_read, 0,
                       G_N_ELEMENTS (obstacles));
  tcase_add_test (all, a_locked_filing_is_opened_by_name_and_reason);
  tcase_add_test (all, a_rule_is_told_with_what_it_read);
  tcase_add_test (all, what_no_rule_found_has_no_basis);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
