#include "../books/fixture.h"
#include "jh-codes.h"

static JhLists *
load_lists (int year)
{
  g_autoptr (GError) error = NULL;
  JhStore *store = new_books ();
  JhLists *lists = jh_lists_load (store, year, "", &error);

  jh_assert_no_error (error);
  jh_store_close (store);
  return lists;
}

/* The codes of @found with blanks between them. */
static char *
join (const GArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (found, JhCode, i).code);
  return g_string_free (text, FALSE);
}

static const struct
{
  JhCodes codes;
  const char *typed;
  guint most;
  const char *found;
} completions[] = {
  { JH_CODES_FUNCTIONAL, "2080505", 9, "2080505" },
  { JH_CODES_FUNCTIONAL, "20805", 3, "2080501 2080502 2080503" },
  { JH_CODES_FUNCTIONAL, "信访事务", 9, "2010308" },
  { JH_CODES_FUNCTIONAL, "zfgjj", 2, "2210201 2210302" },
  { JH_CODES_FUNCTIONAL, "２０８０５０５", 9, "2080505" },
  { JH_CODES_FUNCTIONAL, "2080505 ylbx", 9, "2080505" },
  { JH_CODES_FUNCTIONAL, "80505", 9, "" },
  { JH_CODES_FUNCTIONAL, "没有这个科目", 9, "" },
  { JH_CODES_FUNCTIONAL, "2080505", 0, "" },
  { JH_CODES_FUNCTIONAL, "，", 9, "" },
  { JH_CODES_FUNCTIONAL, NULL, 2, "2010101 2010102" },
  { JH_CODES_FUNCTIONAL, " ", 2, "2010101 2010102" },
  { JH_CODES_ECONOMIC, "302", 2, "30201 30202" },
  { JH_CODES_ECONOMIC, "ylbxjf", 9, "30108 30110" },
  { JH_CODES_ECONOMIC, "bgf", 2, "30201" },
};

START_TEST (codes_are_found_by_number_name_and_initials)
{
  g_autoptr (JhLists) lists = load_lists (2023);
  g_autoptr (GArray) found
    = jh_codes_complete (lists, completions[_i].codes, completions[_i].typed,
                         completions[_i].most);
  g_autofree char *codes = join (found);

  ck_assert_str_eq (codes, completions[_i].found);
}
END_TEST

START_TEST (initials_find_the_pension_payment)
{
  g_autoptr (JhLists) lists = load_lists (2023);
  g_autoptr (GArray) found
    = jh_codes_complete (lists, JH_CODES_FUNCTIONAL, "ylbx", 20);
  g_autofree char *codes = join (found);

  ck_assert_msg (strstr (codes, "2080505") != NULL, "%s", codes);
}
END_TEST

START_TEST (codes_to_be_entered_go_before_those_above_them)
{
  g_autoptr (JhLists) lists = load_lists (2023);
  g_autoptr (GArray) found
    = jh_codes_complete (lists, JH_CODES_FUNCTIONAL, "208", 10000);
  gboolean others = FALSE;

  ck_assert_uint_gt (found->len, 50);
  for (guint i = 0; i < found->len; i++)
    {
      const char *code = g_array_index (found, JhCode, i).code;

      ck_assert (g_str_has_prefix (code, "208"));
      if (!jh_codes_is_item (JH_CODES_FUNCTIONAL, code))
        others = TRUE;
      else
        ck_assert_msg (!others, "%s comes too late", code);
    }
  ck_assert (others);
}
END_TEST

START_TEST (names_above_a_code_tell_it_from_its_namesakes)
{
  g_autoptr (JhLists) lists = load_lists (2023);
  g_autoptr (GArray) found
    = jh_codes_complete (lists, JH_CODES_FUNCTIONAL, "人大 行政运行", 9);
  g_autofree char *codes = join (found);
  g_autofree char *above
    = jh_codes_describe_above (lists, JH_CODES_FUNCTIONAL, "2010101");
  g_autofree char *top
    = jh_codes_describe_above (lists, JH_CODES_FUNCTIONAL, "201");
  g_autofree char *economic
    = jh_codes_describe_above (lists, JH_CODES_ECONOMIC, "30201");

  ck_assert_str_eq (codes, "2010101");
  ck_assert_str_eq (above, "一般公共服务支出 › 人大事务");
  ck_assert_str_eq (top, "");
  ck_assert_str_eq (economic, "商品和服务支出");
}
END_TEST

static const struct
{
  JhCodes codes;
  const char *text;
  const char *code;
} resolved[] = {
  { JH_CODES_FUNCTIONAL, "2080505", "2080505" },
  { JH_CODES_FUNCTIONAL, " ２０８０５０５\t", "2080505" },
  { JH_CODES_FUNCTIONAL, "2080505 机关事业单位基本养老保险缴费支出",
    "2080505" },
  { JH_CODES_FUNCTIONAL, "2080505机关事业单位基本养老保险缴费支出",
    "2080505" },
  { JH_CODES_FUNCTIONAL, "[2080505] 机关事业单位基本养老保险缴费支出",
    "2080505" },
  { JH_CODES_FUNCTIONAL, "2080505-机关事业单位基本养老保险缴费支出",
    "2080505" },
  { JH_CODES_FUNCTIONAL, "机关事业单位基本养老保险缴费支出", "2080505" },
  { JH_CODES_FUNCTIONAL, "人大会议", "2010104" },
  { JH_CODES_FUNCTIONAL, "'2010104", "2010104" },
  { JH_CODES_FUNCTIONAL, "人大事务", "20101" },
  { JH_CODES_FUNCTIONAL, "20101", "20101" },
  { JH_CODES_ECONOMIC, "30201", "30201" },
  { JH_CODES_ECONOMIC, "办公费", "30201" },
  { JH_CODES_ECONOMIC, "30201（办公费）", "30201" },
};

START_TEST (a_code_without_doubt_is_resolved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = load_lists (2023);
  const char *code
    = jh_codes_resolve (lists, resolved[_i].codes, resolved[_i].text, &error);

  jh_assert_no_error (error);
  ck_assert_str_eq (code, resolved[_i].code);
}
END_TEST

static const struct
{
  const char *text;
  JhErrorCode code;
  const char *why;
} doubtful[] = {
  { "", JH_ERROR_DATA, "“”不是功能分类科目，应填编码或名称" },
  { NULL, JH_ERROR_DATA, "不是功能分类科目" },
  { "—", JH_ERROR_DATA, "“—”不是功能分类科目" },
  { "行政运行", JH_ERROR_DATA,
    "个科目同名（2010101、2010201、2010301等），应填编码" },
  { "9999999", JH_ERROR_NOT_FOUND, "“9999999”不在当年的功能分类科目里" },
  { "208050", JH_ERROR_NOT_FOUND, "不在当年的功能分类科目里" },
  { "人大", JH_ERROR_NOT_FOUND, "应填编码或完整的名称" },
  { "rdhy", JH_ERROR_NOT_FOUND, "应填编码或完整的名称" },
  { "2010104 政协会议", JH_ERROR_DATA,
    "的编码和名称不一致，2010104 的名称应是“人大会议”" },
  { "2010104A", JH_ERROR_DATA, "不一致" },
  { "2010308", JH_ERROR_NOT_FOUND, "其他年度有“信访事务”（2007—2023 年）" },
  { "\xff\xfe", JH_ERROR_DATA, "不是功能分类科目" },
};

START_TEST (a_doubtful_code_is_refused_with_the_reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = load_lists (2024);

  ck_assert_ptr_null (
    jh_codes_resolve (lists, JH_CODES_FUNCTIONAL, doubtful[_i].text, &error));
  jh_assert_error (error, doubtful[_i].code, doubtful[_i].why);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("codes");
  TCase *tests = tcase_create ("codes");

  tcase_add_loop_test (tests, codes_are_found_by_number_name_and_initials, 0,
                       G_N_ELEMENTS (completions));
  tcase_add_test (tests, initials_find_the_pension_payment);
  tcase_add_test (tests, codes_to_be_entered_go_before_those_above_them);
  tcase_add_test (tests, names_above_a_code_tell_it_from_its_namesakes);
  tcase_add_loop_test (tests, a_code_without_doubt_is_resolved, 0,
                       G_N_ELEMENTS (resolved));
  tcase_add_loop_test (tests, a_doubtful_code_is_refused_with_the_reason, 0,
                       G_N_ELEMENTS (doubtful));
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
