/* Writing a 审核说明, and its life. */
#include "jh-waive.h"
#include "jh-standing.h"
#include "jh-waiver.h"
#include "standing-fixture.h"

/* What becomes of the waiver of the finding B02, a of the filing @id when it
 * is found from @values. */
static JhWaiverState
find_state (JhStore *store, gint64 id, const char *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  const JhFinding *finding
    = add_finding (findings, "B02", JH_SEVERITY_WARNING, "a", values);

  ck_assert (jh_standing_read (store, id, findings, &error));
  jh_assert_no_error (error);
  ck_assert_int_eq (finding->waived, finding->waiver == JH_WAIVER_HOLDS);
  return finding->waiver;
}

/* Writes @words for the finding B02, a found from @values. */
static void
write_words (JhStore *store, gint64 id, const char *values, const char *words)
{
  g_autoptr (GError) error = NULL;
  JhFinding *finding = make_finding ("B02", JH_SEVERITY_WARNING, "a", values);

  ck_assert (jh_waive (store, id, finding, words, "督查一股", &error));
  jh_assert_no_error (error);
  ck_assert_int_eq (finding->waiver, JH_WAIVER_HOLDS);
  ck_assert (finding->waived);
  jh_finding_unref (finding);
}

START_TEST (a_waiver_holds_lapses_and_holds_again)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);

  ck_assert_int_eq (find_state (store, id, "12|10"), JH_WAIVER_NONE);
  write_words (store, id, "12|10", "追加预算年底才到");
  ck_assert_int_eq (find_state (store, id, "12|10"), JH_WAIVER_HOLDS);
  ck_assert_int_eq (find_state (store, id, "13|10"), JH_WAIVER_LAPSED);
  jh_store_close (store);
  store = open_books (path, JH_STORE_WRITE);
  ck_assert_int_eq (find_state (store, id, "12|10"), JH_WAIVER_HOLDS);
  write_words (store, id, "13|10", "又追加了一次");
  ck_assert_int_eq (find_state (store, id, "13|10"), JH_WAIVER_HOLDS);
  ck_assert_int_eq (find_state (store, id, "12|10"), JH_WAIVER_LAPSED);
  ck_assert (jh_change_undo (store, NULL, NULL));
  ck_assert_int_eq (find_state (store, id, "12|10"), JH_WAIVER_HOLDS);
  ck_assert (jh_change_undo (store, NULL, NULL));
  ck_assert_int_eq (find_state (store, id, "12|10"), JH_WAIVER_NONE);
  jh_store_close (store);
}
END_TEST

START_TEST (a_waiver_is_told_with_its_author_and_whether_it_lapsed)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhFinding *finding
    = make_finding ("B02", JH_SEVERITY_WARNING, "a", "12|10");
  g_autofree char *before = jh_waive_dup_words (finding);
  g_autofree char *held = NULL;
  g_autofree char *lapsed = NULL;

  ck_assert_str_eq (before, "");
  ck_assert (
    jh_waive (store, id, finding, " 追加预算\n年底才到 ", " 经办 ", NULL));
  ck_assert_str_eq (finding->waiver_words, "追加预算\n年底才到");
  ck_assert_str_eq (finding->waiver_author, "经办");
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  jh_finding_set_waiver (finding, JH_WAIVER_HOLDS, "年底才到", "经办",
                         "2026-11-25T08:00:00Z");
  held = jh_waive_dup_words (finding);
  ck_assert_str_eq (held, "审核说明（经办，2026-11-25 16:00）：年底才到");
  jh_finding_set_waiver (finding, JH_WAIVER_LAPSED, "年底才到", "经办",
                         "2026-11-25T08:00:00Z");
  lapsed = jh_waive_dup_words (finding);
  ck_assert_str_eq (lapsed, "审核说明（经办，2026-11-25 16:00）已失效，"
                            "写好以后数据变了：年底才到");
  jh_finding_unref (finding);
}
END_TEST

START_TEST (the_log_tells_who_wrote_what)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autoptr (GPtrArray) log = NULL;
  const JhChangeEntry *entry;

  jh_store_set_author (store, "电脑的用户");
  write_words (store, id, "12|10", "追加预算年底才到");
  log = jh_change_list (store, NULL, 1, 10, NULL);
  entry = log->pdata[0];
  ck_assert_str_eq (entry->name, "审核说明 B02");
  ck_assert_str_eq (entry->author, "督查一股");
  ck_assert_int_eq (entry->filing, id);
}
END_TEST

START_TEST (what_is_missing_or_too_long_is_asked_for)
{
  g_autofree char *words = g_strnfill (JH_WAIVER_WORDS_MAX + 1, 'x');
  g_autofree char *name = g_strnfill (JH_WAIVER_AUTHOR_MAX + 1, 'x');
  g_autofree char *values = g_strnfill (JH_WAIVER_FIGURES_MAX + 1, '1');
  const struct
  {
    const char *values;
    const char *words;
    const char *author;
    const char *part;
  } cases[] = {
    { "1", "", "经办", "请写明为什么可以接受这处问题" },
    { "1", " 　\n", "经办", "请写明为什么可以接受这处问题" },
    { "1", "说明", " ", "请填写审核说明由谁写的" },
    { "1", words, "经办", "审核说明有 4001 个字，最多 4000 个" },
    { "1", "说明", name, "的人的名字有 201 个字，最多 200 个" },
    { values, "说明", "经办", "涉及的数有 1000001 个字" },
  };
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      JhFinding *finding
        = make_finding ("B02", JH_SEVERITY_WARNING, "a", cases[i].values);

      ck_assert (
        !jh_waive_check (finding, cases[i].words, cases[i].author, NULL));
      ck_assert (!jh_waive (store, id, finding, cases[i].words,
                            cases[i].author, &error));
      jh_assert_error (error, JH_ERROR_DATA, cases[i].part);
      ck_assert (!finding->waived);
      jh_finding_unref (finding);
    }
  ck_assert_int_eq (find_state (store, id, "1"), JH_WAIVER_NONE);
}
END_TEST

START_TEST (an_error_is_waived_only_where_its_rule_allows_it)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhFinding *finding = make_finding ("B07", JH_SEVERITY_ERROR, "a", "1");
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_waive (store, id, finding, "说明", "经办", &error));
  jh_assert_error (error, JH_ERROR_DATA,
                   "“B07”（支出 第 3 行）是错误，不能用审核说明接受");
  finding->waivable = TRUE;
  ck_assert (jh_waive (store, id, finding, "说明", "经办", &error));
  jh_assert_no_error (error);
  jh_finding_unref (finding);
}
END_TEST

START_TEST (a_locked_filing_takes_no_waiver_and_gives_none_back)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhFinding *finding = make_finding ("B02", JH_SEVERITY_WARNING, "a", "1");
  g_autoptr (GError) error = NULL;

  ck_assert (jh_waive (store, id, finding, "说明", "经办", NULL));
  set_state (store, id, "锁定", TRUE);
  ck_assert (!jh_waive (store, id, finding, "另一个", "经办", &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "这套决算已锁定");
  ck_assert (!jh_waive_withdraw (store, id, finding, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "这套决算已锁定");
  ck_assert_str_eq (finding->waiver_words, "说明");
  ck_assert_int_eq (find_state (store, id, "1"), JH_WAIVER_HOLDS);
  jh_finding_unref (finding);
}
END_TEST

START_TEST (a_waiver_is_withdrawn)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhFinding *finding = make_finding ("B02", JH_SEVERITY_WARNING, "a", "1");
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_waive_withdraw (store, id, finding, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有审核说明，不用撤回");
  ck_assert (jh_waive (store, id, finding, "说明", "经办", NULL));
  ck_assert (jh_waive_withdraw (store, id, finding, &error));
  jh_assert_no_error (error);
  ck_assert (!finding->waived);
  ck_assert_int_eq (find_state (store, id, "1"), JH_WAIVER_NONE);
  jh_finding_unref (finding);
}
END_TEST

START_TEST (books_that_are_read_take_no_waiver)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_filing (store, "U1", 2023);
  JhFinding *finding = make_finding ("B02", JH_SEVERITY_WARNING, "a", "1");
  g_autoptr (GError) error = NULL;

  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  ck_assert (!jh_waive (store, id, finding, "说明", "经办", &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
  jh_finding_unref (finding);
  jh_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("waive");
  TCase *tests = tcase_create ("waive");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, a_waiver_holds_lapses_and_holds_again);
  tcase_add_test (tests,
                  a_waiver_is_told_with_its_author_and_whether_it_lapsed);
  tcase_add_test (tests, the_log_tells_who_wrote_what);
  tcase_add_test (tests, what_is_missing_or_too_long_is_asked_for);
  tcase_add_test (tests, an_error_is_waived_only_where_its_rule_allows_it);
  tcase_add_test (tests, a_locked_filing_takes_no_waiver_and_gives_none_back);
  tcase_add_test (tests, a_waiver_is_withdrawn);
  tcase_add_test (tests, books_that_are_read_take_no_waiver);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
