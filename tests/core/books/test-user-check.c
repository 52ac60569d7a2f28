/* Users' own rules in the books. */
#include "fixture.h"
#include "jh-user-check.h"

#define AT "2026-11-25T08:00:00Z"

static JhUserCheck
make (const char *rule, const char *text, gboolean enabled)
{
  return (JhUserCheck){ (char *) rule, (char *) text, enabled,
                        (char *) "经办", (char *) AT };
}

static void
keep (JhStore *store, JhUserCheck check)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "规则");

  ck_assert (jh_user_check_set (store, &check, &error));
  jh_assert_no_error (error);
  commit (change);
}

/* The rules of @store, as “U01+文字；…”, - for those that are not run. */
static void
assert_rules (JhStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = jh_user_check_list (store, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  jh_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const JhUserCheck *check = checks->pdata[i];

      ck_assert_str_eq (check->author, "经办");
      ck_assert_str_eq (check->at, AT);
      g_string_append_printf (words, "%s%s%s；", check->rule,
                              check->enabled ? "+" : "-", check->text);
    }
  ck_assert_str_eq (words->str, expected);
}

START_TEST (rules_come_back_as_they_were_written_broken_ones_too)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);

  keep (store, make ("U02", "{\"rule\":", FALSE));
  keep (store, make ("U01", "{}", TRUE));
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  assert_rules (store, "U01+{}；U02-{\"rule\":；");
  jh_store_close (store);
}
END_TEST

START_TEST (a_rule_takes_the_place_of_the_one_with_its_id)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;

  keep (store, make ("U01", "甲", TRUE));
  keep (store, make ("U01", "乙", FALSE));
  assert_rules (store, "U01-乙；");
  ck_assert (jh_change_undo (store, NULL, &error));
  assert_rules (store, "U01+甲；");
}
END_TEST

START_TEST (a_rule_is_taken_out_and_comes_back)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  JhChange *change;

  keep (store, make ("U01", "甲", TRUE));
  change = begin (store, "删去");
  ck_assert (jh_user_check_drop (store, "U09", &error));
  ck_assert (jh_user_check_drop (store, "U01", &error));
  commit (change);
  assert_rules (store, "");
  ck_assert (jh_change_undo (store, NULL, &error));
  assert_rules (store, "U01+甲；");
}
END_TEST

START_TEST (a_lock_of_a_filing_is_not_in_the_way_of_a_rule)
{
  g_autoptr (JhStore) store = new_books ();

  set_state (store, new_filing (store, "U1", 2023), "锁定", TRUE);
  keep (store, make ("U01", "甲", TRUE));
  assert_rules (store, "U01+甲；");
}
END_TEST

START_TEST (a_rule_that_cannot_be_kept_says_why)
{
  g_autoptr (JhStore) store = new_books ();
  g_autofree char *id = g_strnfill (JH_USER_CHECK_RULE_MAX + 1, 'U');
  g_autofree char *text = g_strnfill (JH_USER_CHECK_TEXT_MAX + 1, 'x');
  g_autofree char *name = g_strnfill (201, 'x');
  struct
  {
    JhUserCheck check;
    const char *part;
  } cases[] = {
    { make (" ", "甲", TRUE), "请填写规则的编号" },
    { make (id, "甲", TRUE), "…”有 61 个字，最多 60 个" },
    { make ("U01", "\n", TRUE), "规则“U01”没有内容" },
    { make ("U01", text, TRUE), "规则“U01”有 20001 个字，最多 20000 个" },
    { make ("U01", "甲", TRUE), "请填写规则“U01”由谁编写" },
    { make ("U01", "甲", TRUE), "的人的名字最多 200 个字" },
  };

  cases[4].check.author = (char *) "";
  cases[5].check.author = name;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      JhChange *change = begin (store, "错的");

      ck_assert (!jh_user_check_set (store, &cases[i].check, &error));
      jh_assert_error (error, JH_ERROR_DATA, cases[i].part);
      commit (change);
    }
  assert_rules (store, "");
  id[JH_USER_CHECK_RULE_MAX] = text[JH_USER_CHECK_TEXT_MAX] = '\0';
  keep (store, make (id, text, TRUE));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("user-check");
  TCase *tests = tcase_create ("user-check");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests,
                  rules_come_back_as_they_were_written_broken_ones_too);
  tcase_add_test (tests, a_rule_takes_the_place_of_the_one_with_its_id);
  tcase_add_test (tests, a_rule_is_taken_out_and_comes_back);
  tcase_add_test (tests, a_lock_of_a_filing_is_not_in_the_way_of_a_rule);
  tcase_add_test (tests, a_rule_that_cannot_be_kept_says_why);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
