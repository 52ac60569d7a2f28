/* A rule at work, told step by step. */
#include "../books/fixture.h"

#include "jh-examiner.h"
#include "jh-explain.h"
#include "jh-import.h"
#include "jh-test.h"

#include <string.h>

/* What is told of the one rule written as @text for the sample. The caller
 * frees it. */
static char *
explain (const char *text)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = jh_test_copy_sample (FALSE);
  g_autofree char *file = g_strdup_printf ("{\"rules\": [%s]}", text);
  g_autoptr (GError) error = NULL;
  JhStore *store = open_books (path, JH_STORE_CREATE);
  g_autoptr (JhCatalog) catalog = jh_catalog_new (NULL, &error);
  g_autoptr (JhExaminer) examiner = jh_examiner_new (catalog, &error);
  JhRulebook *rules = jh_examiner_get_rules (examiner);
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (JhBooksSubject) subject = NULL;
  char *words;

  ck_assert (jh_import_folder (store, folder, FALSE, NULL, &error));
  books = jh_books_load (store, 1, NULL, &error);
  ck_assert (
    jh_rulebook_add (rules, file, strlen (file), "t.json", "经办", &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (jh_rulebook_get_faults (rules)->len, 0);
  subject = jh_books_subject_new (examiner, books, NULL, &error);
  jh_assert_no_error (error);
  words = jh_explain_dup (jh_rulebook_find (rules, "U01"),
                          jh_books_subject_get (subject));
  g_clear_pointer (&subject, jh_books_subject_free);
  jh_store_close (store);
  return words;
}

#define RULE(more)                                                           \
  "{\"rule\": \"U01\", \"title\": \"试\", \"severity\": \"警告\", "       \
  "\"message\": \"左边是 {左}\", " more "}"

static const struct
{
  const char *rule;
  const char *parts[6];
} told[] = {
  { RULE ("\"basis\": \"某办法\", \"from\": 2020, \"to\": 2030, "
          "\"formula\": \"公开01[收/本年收入合计, 决算数] = 1万元\""),
    { "依据：某办法", "适用年度：2020 到 2030", "由 经办 写的规则",
      "1 处不成立，0 处成立", "左边是 209.95 万元",
      "公开01[收/本年收入合计, 决算数] → 209.95 万元" } },
  { RULE ("\"formula\": \"1 = 1\""),
    { "0 处不成立，1 处成立", "1 = 1 → 成立" } },
  { RULE ("\"formula\": \"每条 e 于 支出: e.决算 < 0元\""),
    { "读到的数", " 处不成立，0 处成立" } },
  { RULE ("\"formula\": \"1 ÷ 0 = 1\""), { "没有审成：" } },
  { RULE ("\"formula\": \"上年.公开01[收/总计, 决算数] = 1元\""),
    { "没有审" } },
  { RULE ("\"from\": 2030, \"formula\": \"1 = 2\""),
    { "适用年度：2030 起", "不用于这个年度或地区，没有审" } },
  { RULE ("\"regions\": [\"99\"], \"formula\": \"1 = 2\""),
    { "行政区划以 99 开头", "不用于这个年度或地区，没有审" } },
};

START_TEST (a_rule_is_told_with_what_it_read_and_how_it_was_worked_out)
{
  g_autofree char *words = explain (told[_i].rule);

  for (guint i = 0; i < 6 && told[_i].parts[i]; i++)
    ck_assert_msg (strstr (words, told[_i].parts[i]) != NULL,
                   "“%s” is not in: %s", told[_i].parts[i], words);
}
END_TEST

START_TEST (what_does_not_hold_is_told_first)
{
  g_autofree char *words
    = explain (RULE ("\"formula\": \"每个 n 于 {1, 2, 3, 4, 5}: n > 3\""));
  const char *failed = strstr (words, "\n不成立");
  const char *held = strstr (words, "\n成立");

  ck_assert_ptr_nonnull (strstr (words, "审了 5 处：3 处不成立，2 处成立"));
  ck_assert_ptr_nonnull (failed);
  ck_assert_ptr_nonnull (held);
  ck_assert (failed < held);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("explain");
  TCase *cases = tcase_create ("told");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (
    cases, a_rule_is_told_with_what_it_read_and_how_it_was_worked_out, 0,
    G_N_ELEMENTS (told));
  tcase_add_test (cases, what_does_not_hold_is_told_first);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
