/* Limits that users choose. */
#include "../store/raw.h"
#include "fixture.h"
#include "jh-limit.h"

static void
keep (JhStore *store, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "限额");

  ck_assert (jh_limit_set (store, name, text, &error));
  jh_assert_no_error (error);
  commit (change);
}

/* Fails unless the limits of @store are @expected, as “名=文字；…”. */
static void
assert_limits (JhStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) limits = jh_limit_list (store, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  jh_assert_no_error (error);
  for (guint i = 0; i < limits->len; i++)
    {
      const JhLimit *limit = limits->pdata[i];

      g_string_append_printf (words, "%s=%s；", limit->name, limit->text);
    }
  ck_assert_str_eq (words->str, expected);
}

START_TEST (a_limit_is_an_amount_or_a_number)
{
  static const struct
  {
    const char *text;
    gboolean amount;
    gint64 value;
  } cases[] = {
    { "120元", TRUE, 12000 },
    { "1.5 万元", TRUE, 1500000 },
    { " １２０元 ", TRUE, 12000 },
    { "1,200元", TRUE, 120000 },
    { "0元", TRUE, 0 },
    { "20", FALSE, 20 * JH_LIMIT_PARTS },
    { "30%", FALSE, 300000 },
    { "２．５％", FALSE, 25000 },
    { "0.000001", FALSE, 1 },
    { "0.0001%", FALSE, 1 },
    { "-1", FALSE, -JH_LIMIT_PARTS },
    { "0", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      JhLimitFigure figure;

      ck_assert (jh_limit_parse ("上限", cases[i].text, &figure, &error));
      jh_assert_no_error (error);
      ck_assert_int_eq (figure.amount.known, cases[i].amount);
      ck_assert_int_eq (cases[i].amount ? figure.amount.fen : figure.number,
                        cases[i].value);
    }
}
END_TEST

START_TEST (what_is_no_limit_is_told_with_what_was_expected)
{
  static const char *const cases[]
    = { "",          " ",       "元",
        "%",         "一百元",  "20人",
        "0.0000001", "0.001元", "1e5",
        "30%%",      "元120",   "9999999999",
        "10万亿元",  "1 2 3元", "00000000000000000000000000000000000000020" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      JhLimitFigure figure;

      ck_assert_msg (!jh_limit_parse ("人均上限", cases[i], &figure, &error),
                     "%s", cases[i]);
      jh_assert_error (error, JH_ERROR_DATA, "限额“人均上限”填了“");
    }
}
END_TEST

START_TEST (a_limit_is_kept_as_it_was_typed_and_undone)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  keep (store, "批均人数上限", " 20 ");
  keep (store, "人均接待费上限", "120元");
  keep (store, "人均接待费上限", "150元");
  assert_limits (store, "人均接待费上限=150元；批均人数上限=20；");
  ck_assert (jh_change_undo (store, NULL, &error));
  jh_store_close (store);
  store = open_books (path, JH_STORE_READ);
  assert_limits (store, "人均接待费上限=120元；批均人数上限=20；");
  jh_store_close (store);
}
END_TEST

START_TEST (a_limit_is_forgotten_and_comes_back)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  JhChange *change;

  keep (store, "甲", "20");
  change = begin (store, "不限");
  ck_assert (jh_limit_drop (store, "乙", &error));
  ck_assert (jh_limit_drop (store, "甲", &error));
  commit (change);
  assert_limits (store, "");
  ck_assert (jh_change_undo (store, NULL, &error));
  assert_limits (store, "甲=20；");
}
END_TEST

START_TEST (a_limit_that_cannot_be_kept_says_why)
{
  g_autoptr (JhStore) store = new_books ();
  g_autofree char *name = g_strnfill (JH_LIMIT_NAME_MAX + 1, 'x');
  const struct
  {
    const char *name;
    const char *text;
    const char *part;
  } cases[] = {
    { "　", "20", "请填写限额的名称" },
    { name, "20", "限额的名称有 101 个字，最多 100 个" },
    { "甲", "很多", "限额“甲”填了“很多”，看不懂" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      JhChange *change = begin (store, "错的");

      ck_assert (!jh_limit_set (store, cases[i].name, cases[i].text, &error));
      jh_assert_error (error, JH_ERROR_DATA, cases[i].part);
      commit (change);
    }
  assert_limits (store, "");
  name[JH_LIMIT_NAME_MAX] = '\0';
  keep (store, name, "20");
}
END_TEST

START_TEST (a_limit_that_the_program_did_not_write_is_damage)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  jh_store_close (store);
  raw_run (path, "INSERT INTO check_limit (name, value)"
                 " VALUES ('甲', '很多')");
  store = open_books (path, JH_STORE_READ);
  ck_assert_ptr_null (jh_limit_list (store, &error));
  jh_assert_error (error, JH_ERROR_DAMAGED, "里有不合规的数据");
  jh_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("limit");
  TCase *tests = tcase_create ("limit");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, a_limit_is_an_amount_or_a_number);
  tcase_add_test (tests, what_is_no_limit_is_told_with_what_was_expected);
  tcase_add_test (tests, a_limit_is_kept_as_it_was_typed_and_undone);
  tcase_add_test (tests, a_limit_is_forgotten_and_comes_back);
  tcase_add_test (tests, a_limit_that_cannot_be_kept_says_why);
  tcase_add_test (tests, a_limit_that_the_program_did_not_write_is_damage);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
