/* When a filing may be locked, and who answers for it. */
#include "jh-lock.h"
#include "jh-change-words.h"
#include "jh-draft.h"
#include "jh-standing.h"
#include "jh-waive.h"
#include "standing-fixture.h"

#define FIRST "决算 12.00 万元超过全年预算 10.00 万元。"
#define END "请改正；警告也可以写审核说明。"

/* A finding of each letter of findings: E and e for 错误, W and w for 警告, N
 * for 提示; the small ones are waived, L is a 警告 whose waiver lapsed. */
static const struct
{
  const char *findings;
  const char *obstacle;
} decisions[] = {
  { "", NULL },
  { "N", NULL },
  { "ewN", NULL },
  { "W", "不能锁定：有 1 个警告没有解决。第一个（W0）：" FIRST END },
  { "E", "不能锁定：有 1 个错误没有解决。第一个（E0）：" FIRST END },
  { "wWeEWN",
    "不能锁定：有 1 个错误、2 个警告没有解决。第一个（E3）：" FIRST END },
  { "wL", "不能锁定：有 1 个警告没有解决，其中 1 个的审核说明写好以后数据变"
          "了，已失效。第一个（L1）：" FIRST END },
};

static const JhWaiverState states[] = {
  ['E'] = JH_WAIVER_NONE,  ['e'] = JH_WAIVER_HOLDS,  ['W'] = JH_WAIVER_NONE,
  ['w'] = JH_WAIVER_HOLDS, ['L'] = JH_WAIVER_LAPSED, ['N'] = JH_WAIVER_NONE
};

/* The findings of @letters. The caller unrefs them. */
static GPtrArray *
make_findings (const char *letters)
{
  GPtrArray *findings = jh_findings_new ();

  for (guint i = 0; letters[i]; i++)
    {
      g_autofree char *rule = g_strdup_printf ("%c%u", letters[i], i);
      JhSeverity severity = strchr ("Ee", letters[i]) ? JH_SEVERITY_ERROR
                            : letters[i] == 'N'       ? JH_SEVERITY_NOTICE
                                                      : JH_SEVERITY_WARNING;
      JhFinding *finding = add_finding (findings, rule, severity, "", "1");

      finding->waivable = letters[i] != 'E';
      jh_finding_set_waiver (finding, states[(guint8) letters[i]], "说明",
                             "经办", "2026-11-25T08:00:00Z");
    }
  return findings;
}

START_TEST (what_is_not_settled_is_in_the_way_of_a_lock)
{
  g_autoptr (GPtrArray) findings = make_findings (decisions[_i].findings);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  g_autofree char *obstacle = jh_lock_dup_obstacle (findings, drafts);

  ck_assert_msg (g_strcmp0 (obstacle, decisions[_i].obstacle) == 0, "%s",
                 obstacle ? obstacle : "none");
}
END_TEST

START_TEST (what_is_not_in_the_books_is_in_the_way_first)
{
  static const struct
  {
    JhDraft drafts[3];
    const char *obstacle;
  } cases[] = {
    { { { (char *) "expenditure", 7, 0, (char *) "actual",
          (char *) "十二万" } },
      "不能锁定：有 1 处没有填完或填得不对，还没有入账。"
      "第一处：支出里的“决算”填了“十二万”。请改正或删去以后再锁定。" },
    { { { (char *) "income", -1, 0, (char *) "source", (char *) "?" },
        { (char *) "income", -1, 0, (char *) "", (char *) "" },
        { (char *) "reason", 3, 0, (char *) "words", (char *) "" } },
      "不能锁定：有 2 处没有填完或填得不对，还没有入账。"
      "第一处：收入里有一行没有填完。请改正或删去以后再锁定。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = make_findings ("EW");
      g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
      g_autofree char *obstacle = NULL;

      for (gsize j = 0; j < 3 && cases[i].drafts[j].book; j++)
        g_ptr_array_add (drafts, (gpointer) &cases[i].drafts[j]);
      obstacle = jh_lock_dup_obstacle (findings, drafts);
      ck_assert_str_eq (obstacle, cases[i].obstacle);
    }
}
END_TEST

/* Fails unless the filing @id is in @state. */
static void
assert_state (JhStore *store, gint64 id, const char *state)
{
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, NULL);

  ck_assert_str_eq (filing->state, state);
}

/* Locks the filing @id, which nothing is in the way of. */
static void
lock (JhStore *store, gint64 id)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (jh_lock (store, id, findings, "局长", &error));
  jh_assert_no_error (error);
  assert_state (store, id, "锁定");
}

static void
unlock (JhStore *store, gint64 id, const char *why)
{
  g_autoptr (GError) error = NULL;

  ck_assert (jh_unlock (store, id, "局长", why, &error));
  jh_assert_no_error (error);
  assert_state (store, id, "填报");
}

/* Fails unless the newest entry of the log is @expected: who, what, and what
 * it did. */
static void
assert_logged (JhStore *store, gint64 id, const char *expected)
{
  g_autoptr (GPtrArray) log = jh_change_list (store, NULL, 1, 10, NULL);
  const JhChangeEntry *entry = log->pdata[0];
  g_autoptr (GPtrArray) rows = jh_change_words_rows (store, entry, NULL);
  g_autofree char *title = jh_change_words_title (entry);
  g_autofree char *told = g_strdup_printf ("%s，%s，%s", entry->author, title,
                                           (const char *) rows->pdata[0]);

  ck_assert_uint_eq (rows->len, 1);
  ck_assert_int_eq (entry->filing, id);
  ck_assert_str_eq (told, expected);
}

START_TEST (who_locks_and_unlocks_and_why_is_in_the_log)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);

  jh_store_set_author (store, "电脑的用户");
  lock (store, id);
  assert_logged (store, id,
                 "局长，锁定，决算 单位U1 / 2023：状态 填报 → 锁定");
  unlock (store, id, " 财政局退回，\n要补充说明 ");
  assert_logged (store, id,
                 "局长，解锁：财政局退回， 要补充说明，决算 单位U1 / 2023："
                 "状态 锁定 → 填报");
  change_words (store, id, "又能改了");
  assert_words (store, id, "又能改了");
}
END_TEST

START_TEST (findings_and_drafts_are_in_the_way_until_they_are_settled)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  JhFinding *finding
    = add_finding (findings, "B02", JH_SEVERITY_WARNING, "a", "1");
  const JhDraft draft
    = { (char *) "reason", 1, 0, (char *) "words", (char *) "?" };
  g_autoptr (GError) error = NULL;
  JhChange *change;

  ck_assert (!jh_lock (store, id, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_DATA, "有 1 个警告没有解决");
  ck_assert (jh_waive (store, id, finding, "说明", "经办", NULL));
  jh_finding_set_values (finding, "2");
  ck_assert (!jh_lock (store, id, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_DATA, "已失效");
  jh_finding_set_values (finding, "1");
  change = begin (store, "键入");
  ck_assert (jh_draft_set (store, id, &draft, NULL));
  commit (change);
  ck_assert (!jh_lock (store, id, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_DATA, "原因里的“原因”填了“?”");
  assert_state (store, id, "填报");
  ck_assert (jh_change_undo (store, NULL, NULL));
  ck_assert (jh_lock (store, id, findings, "局长", &error));
  jh_assert_no_error (error);
  assert_state (store, id, "锁定");
}
END_TEST

START_TEST (a_waiver_withdrawn_meanwhile_does_not_count)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  JhFinding *finding
    = add_finding (findings, "B02", JH_SEVERITY_WARNING, "a", "1");
  g_autoptr (GError) error = NULL;

  ck_assert (jh_waive (store, id, finding, "说明", "经办", NULL));
  ck_assert (jh_change_undo (store, NULL, NULL));
  ck_assert (finding->waived);
  ck_assert (!jh_lock (store, id, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_DATA, "有 1 个警告没有解决");
  ck_assert (!finding->waived);
}
END_TEST

START_TEST (nobody_and_no_reason_lock_and_unlock_nothing)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autofree char *name = g_strnfill (JH_LOCK_NAME_MAX + 1, 'x');
  g_autofree char *why = g_strnfill (JH_LOCK_WHY_MAX + 1, 'x');
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_lock (store, id, findings, " ", &error));
  jh_assert_error (error, JH_ERROR_DATA, "请填写负责人的姓名");
  ck_assert (!jh_lock (store, id, findings, name, &error));
  jh_assert_error (error, JH_ERROR_DATA, "有 201 个字，最多 200 个");
  ck_assert (!jh_unlock (store, id, "局长", "退回", &error));
  jh_assert_error (error, JH_ERROR_DATA, "没有锁定，不用解锁");
  lock (store, id);
  ck_assert (!jh_lock (store, id, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "已经锁定了");
  ck_assert (!jh_unlock (store, id, "", "退回", &error));
  jh_assert_error (error, JH_ERROR_DATA, "请填写负责人的姓名");
  ck_assert (!jh_unlock (store, id, "局长", "　", &error));
  jh_assert_error (error, JH_ERROR_DATA, "请写明为什么要解锁");
  ck_assert (!jh_unlock (store, id, "局长", why, &error));
  jh_assert_error (error, JH_ERROR_DATA, "有 301 个字，最多 300 个");
  assert_state (store, id, "锁定");
  ck_assert (!jh_lock (store, 99, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
  ck_assert (!jh_unlock (store, 99, "局长", "退回", &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
}
END_TEST

START_TEST (undo_passes_over_a_lock_and_does_not_open_it)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 locked = new_full_filing (store, "U1", 2023);
  gint64 open = new_full_filing (store, "U2", 2023);
  g_autoptr (GError) error = NULL;

  change_words (store, locked, "甲");
  change_words (store, open, "乙");
  lock (store, locked);
  ck_assert (jh_change_undo (store, NULL, &error));
  assert_words (store, open, "words0");
  ck_assert (!jh_change_undo (store, NULL, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "这套决算已锁定");
  assert_state (store, locked, "锁定");
  unlock (store, locked, "退回");
  ck_assert (jh_change_undo (store, NULL, &error));
  jh_assert_no_error (error);
  assert_words (store, locked, "words0");
  assert_state (store, locked, "填报");
}
END_TEST

START_TEST (books_that_are_read_are_not_locked)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (GError) error = NULL;

  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  ck_assert (!jh_lock (store, id, findings, "局长", &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  jh_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lock");
  TCase *tests = tcase_create ("lock");

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, what_is_not_settled_is_in_the_way_of_a_lock, 0,
                       G_N_ELEMENTS (decisions));
  tcase_add_test (tests, what_is_not_in_the_books_is_in_the_way_first);
  tcase_add_test (tests, who_locks_and_unlocks_and_why_is_in_the_log);
  tcase_add_test (tests,
                  findings_and_drafts_are_in_the_way_until_they_are_settled);
  tcase_add_test (tests, a_waiver_withdrawn_meanwhile_does_not_count);
  tcase_add_test (tests, nobody_and_no_reason_lock_and_unlock_nothing);
  tcase_add_test (tests, undo_passes_over_a_lock_and_does_not_open_it);
  tcase_add_test (tests, books_that_are_read_are_not_locked);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
