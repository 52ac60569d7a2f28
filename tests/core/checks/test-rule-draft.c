/* A rule of one's own: what is wrong with it is told where it is, and it is
 * tried without being kept. */
#include "../books/fixture.h"

#include "jh-import.h"
#include "jh-rule-draft.h"
#include "jh-user-check.h"

typedef struct
{
  JhStore *store;
  JhChecker *checker;
} Scene;

static Scene
begin_scene (void)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = jh_test_copy_sample (FALSE);
  g_autoptr (GError) error = NULL;
  Scene scene = { open_books (path, JH_STORE_CREATE), jh_checker_new () };

  ck_assert (jh_import_folder (scene.store, folder, FALSE, NULL, &error));
  jh_assert_no_error (error);
  return scene;
}

static void
end_scene (Scene *scene)
{
  jh_checker_free (scene->checker);
  jh_store_close (scene->store);
}

static JhRuleDraft *
make_draft (const char *rule, const char *formula, const char *message)
{
  JhRuleDraft *draft = jh_rule_draft_new ();

  jh_rule_draft_set (&draft->rule, rule);
  jh_rule_draft_set (&draft->title, "试的规则");
  jh_rule_draft_set (&draft->formula, formula);
  jh_rule_draft_set (&draft->message, message);
  return draft;
}

/* start, length: where in the formula the fault is
 * says: a part of the sentence; NULL for a good rule */
static const struct
{
  const char *rule;
  const char *formula;
  const char *message;
  guint start;
  guint length;
  const char *says;
} drafts[] = {
  { "U01", "和(支出.决算) > 0元", "", 0, 0, NULL },
  { "U01", "每条 e 于 支出: e.决算 > 0", "{e}：{左}", 0, 0, NULL },
  { "", "1 = 1", "", 0, 0, "还没有写编号" },
  { "U01", " ", "", 0, 0, "还没有写公式" },
  { "A01", "1 = 1", "", 0, 0, "是程序自带的规则" },
  { "U 1", "1 = 1", "", 0, 0, "编号" },
  { "U01", "和(支出.决算) > ", "", 11, 0, "公式到这里就完了" },
  { "U01", "和(支出.结算) > 0元", "", 5, 2, "没有“结算”这一栏" },
  { "U01", "公开99[合计, 决算数] = 0", "", 0, 4, "公开99" },
  { "U01", "1 = 1", "{左", 0, 0, "缺少“}”" },
  { "U01", "1 = 1", "{不知道}", 0, 0, "不知道" },
};

START_TEST (a_fault_is_told_where_it_is)
{
  Scene scene = begin_scene ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhRuleDraft) draft
    = make_draft (drafts[_i].rule, drafts[_i].formula, drafts[_i].message);
  JhExaminer *examiner
    = jh_checker_get_examiner (scene.checker, scene.store, &error);
  JhFormulaPlace place;
  gboolean good;

  jh_assert_no_error (error);
  good = jh_rule_draft_check (draft, examiner, &place, &error);
  ck_assert_msg (good == (drafts[_i].says == NULL), "%s",
                 error ? error->message : "nothing was said");
  if (drafts[_i].says)
    ck_assert_msg (strstr (error->message, drafts[_i].says) != NULL, "%s",
                   error->message);
  ck_assert_uint_eq (place.start, drafts[_i].start);
  ck_assert_uint_eq (place.length, drafts[_i].length);
  end_scene (&scene);
}
END_TEST

START_TEST (a_draft_is_written_and_read_again)
{
  g_autoptr (JhRuleDraft) draft
    = make_draft ("U01", "1 = 1\n且 「a\"b」 = 「c」", "{左}");
  g_autofree char *text = NULL;
  g_autoptr (JhRuleDraft) again = NULL;
  g_autoptr (GError) error = NULL;

  draft->severity = JH_SEVERITY_NOTICE;
  text = jh_rule_draft_write (draft);
  again = jh_rule_draft_read (text, &error);
  jh_assert_no_error (error);
  ck_assert_str_eq (again->rule, "U01");
  ck_assert_str_eq (again->formula, draft->formula);
  ck_assert_str_eq (again->message, "{左}");
  ck_assert_str_eq (again->basis, "");
  ck_assert_int_eq (again->severity, JH_SEVERITY_NOTICE);
  ck_assert_ptr_null (jh_rule_draft_read ("{\"rule\": ", &error));
  g_clear_error (&error);
  ck_assert_ptr_null (jh_rule_draft_read ("{\"cases\": []}", &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

/* What the formula comes to on the sample. */
static const struct
{
  const char *formula;
  guint cases;
  guint found;
  const char *says;
} trials[] = {
  { "和(支出.决算) = 210.03万元", 1, 0, "审了 1 处，全都成立。" },
  { "每条 e 于 支出: e.决算 < 40万元", 16, 2, "审了 16 处，2 处不成立：" },
  { "每条 e 于 支出[决算 > 100万元]: e.决算 < 40万元", 0, 0,
    "公式一次也没有用上" },
  { "上年.公开01[收/总计, 决算数] > 0", 0, 0, "没有审成：没有上年的决算" },
  { "1 ÷ 0 = 1", 1, 1, "没有审成：公式里的“1 ÷ 0”算不出来" },
};

START_TEST (a_trial_tells_what_the_rule_comes_to)
{
  Scene scene = begin_scene ();
  g_autoptr (JhRuleDraft) draft
    = make_draft ("U01", trials[_i].formula, "{左}");
  g_autofree char *text = jh_rule_draft_write (draft);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JhTrial) trial = jh_trial_run (scene.store, 1, text, &error);
  g_autoptr (GPtrArray) kept = NULL;

  jh_assert_no_error (error);
  words = jh_trial_dup_words (trial);
  ck_assert_uint_eq (trial->cases, trials[_i].cases);
  ck_assert_uint_eq (trial->findings->len, trials[_i].found);
  ck_assert_msg (strstr (words, trials[_i].says) != NULL, "%s", words);
  kept = jh_user_check_list (scene.store, &error);
  ck_assert_uint_eq (kept->len, 0);
  end_scene (&scene);
}
END_TEST

START_TEST (a_kept_rule_is_run_and_a_broken_one_disturbs_no_other)
{
  Scene scene = begin_scene ();
  g_autoptr (GError) error = NULL;
  JhUserCheck good
    = { (char *) "U01",
        (char *) "{\"rule\": \"U01\", \"severity\": \"警告\", \"formula\": "
                 "\"和(支出.决算) < 200万元\", \"message\": \"花了 {左}\"}",
        TRUE, (char *) "督查一股", (char *) "2026-11-25T08:00:00Z" };
  JhUserCheck broken
    = { (char *) "U02",
        (char *) "{\"rule\": \"U02\", \"severity\": \"警告\", \"formula\": "
                 "\"和(支出.决算\"}",
        TRUE, (char *) "督查一股", (char *) "2026-11-25T08:00:00Z" };
  g_autoptr (GPtrArray) after = NULL;
  JhChange *change = jh_change_begin (scene.store, "写规则", &error);
  guint own = 0, trouble = 0;

  ck_assert (jh_user_check_set (scene.store, &good, &error));
  ck_assert (jh_user_check_set (scene.store, &broken, &error));
  ck_assert (jh_change_commit (change, &error));
  jh_change_free (change);
  after = jh_checker_check (scene.checker, scene.store, 1, &error);
  jh_assert_no_error (error);
  for (guint i = 0; i < after->len; i++)
    {
      const JhFinding *finding = after->pdata[i];

      own += g_str_equal (finding->rule, "U01")
             && g_str_equal (finding->message, "花了 210.03 万元");
      trouble += g_str_equal (finding->rule, "U02")
                 && strstr (finding->message, "这条规则没有审成");
    }
  ck_assert_uint_eq (own, 1);
  ck_assert_uint_eq (trouble, 1);
  ck_assert_uint_eq (after->len, 55 + 2);
  end_scene (&scene);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rule-draft");
  TCase *cases = tcase_create ("drafts");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, a_fault_is_told_where_it_is, 0,
                       G_N_ELEMENTS (drafts));
  tcase_add_test (cases, a_draft_is_written_and_read_again);
  tcase_add_loop_test (cases, a_trial_tells_what_the_rule_comes_to, 0,
                       G_N_ELEMENTS (trials));
  tcase_add_test (cases,
                  a_kept_rule_is_run_and_a_broken_one_disturbs_no_other);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
