/* A year that is begun with nothing in it. */
#include "../books/fixture.h"

#include "jh-new-filing.h"

/* Reads a form; the filing, or NULL with @troubles. */
static JhFiling *
read_form (const char *name, const char *code, const char *region,
           const char *year, JhNewTroubles *troubles)
{
  const char *const typed[JH_N_NEW] = { name, code, region, year };

  return jh_new_filing_read (typed, JH_MONEY_WAN, troubles);
}

START_TEST (what_is_typed_becomes_a_filing)
{
  g_auto (JhNewTroubles) troubles = { 0 };
  g_autoptr (JhFiling) filing
    = read_form ("　某单位 ", "Ｕ１ ", "５１０８１１", "2023年度", &troubles);

  ck_assert_ptr_nonnull (filing);
  ck_assert_str_eq (filing->name, "某单位");
  ck_assert_str_eq (filing->code, "U1");
  ck_assert_str_eq (filing->region, "510811");
  ck_assert_int_eq (filing->year, 2023);
  ck_assert_int_eq (filing->money_unit, JH_MONEY_WAN);
}
END_TEST

START_TEST (the_name_stands_for_a_blank_code)
{
  g_auto (JhNewTroubles) troubles = { 0 };
  g_autoptr (JhFiling) filing
    = read_form ("某单位", "　", "", "2023", &troubles);

  ck_assert_str_eq (filing->code, "某单位");
  ck_assert_str_eq (filing->region, "");
}
END_TEST

/* A text of @count times 字. The caller frees it. */
static char *
dup_long (guint count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, "字");
  return g_string_free (text, FALSE);
}

START_TEST (every_wrong_field_is_told)
{
  g_autofree char *name = dup_long (201);
  g_autofree char *code = dup_long (61);
  g_autofree char *long_name = dup_long (61);
  const struct
  {
    JhNewField field;
    const char *typed[JH_N_NEW];
    const char *part;
  } cases[] = {
    { JH_NEW_NAME, { "", "U", "", "2023" }, "请填写单位名称" },
    { JH_NEW_NAME, { "　 ", "U", "", "2023" }, "请填写单位名称" },
    { JH_NEW_NAME, { name, "U", "", "2023" }, "最多 200 个字，现在有 201" },
    { JH_NEW_NAME, { "a\001b", "U", "", "2023" }, "看不见的字符" },
    { JH_NEW_CODE, { "a", code, "", "2023" }, "最多 60 个字" },
    { JH_NEW_CODE, { long_name, "", "", "2023" }, "不能代替单位代码" },
    { JH_NEW_REGION, { "a", "U", "川", "2023" }, "“川”不是行政区划" },
    { JH_NEW_REGION, { "a", "U", "-1", "2023" }, "“-1”" },
    { JH_NEW_REGION, { "a", "U", "1234567890123", "2023" }, "12 位" },
    { JH_NEW_YEAR, { "a", "U", "", "" }, "请填写年度" },
    { JH_NEW_YEAR, { "a", "U", "", "去年" }, "“去年”不是年度" },
    { JH_NEW_YEAR, { "a", "U", "", "1948" }, "1949 到 2999" },
    { JH_NEW_YEAR, { "a", "U", "", "3000" }, "1949 到 2999" },
    { JH_NEW_YEAR, { "a", "U", "", "2,023" }, "不是年度" },
    { JH_NEW_YEAR, { "a", "U", "", "2023.5" }, "不是年度" },
    { JH_NEW_YEAR, { "a", "U", "", "年度" }, "不是年度" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (JhNewTroubles) troubles = { 0 };

      ck_assert_ptr_null (
        jh_new_filing_read (cases[i].typed, JH_MONEY_YUAN, &troubles));
      for (int field = 0; field < JH_N_NEW; field++)
        if ((JhNewField) field != cases[i].field)
          ck_assert_msg (troubles.of[field] == NULL, "%s",
                         troubles.of[field]);
      ck_assert_ptr_nonnull (troubles.of[cases[i].field]);
      ck_assert_msg (strstr (troubles.of[cases[i].field], cases[i].part),
                     "%s", troubles.of[cases[i].field]);
    }
}
END_TEST

START_TEST (all_wrong_fields_are_told_at_once)
{
  g_auto (JhNewTroubles) troubles = { 0 };

  ck_assert_ptr_null (read_form ("", "", "x", "x", &troubles));
  ck_assert_ptr_nonnull (troubles.of[JH_NEW_NAME]);
  ck_assert_ptr_nonnull (troubles.of[JH_NEW_REGION]);
  ck_assert_ptr_nonnull (troubles.of[JH_NEW_YEAR]);
}
END_TEST

/* A filing that was typed. */
static JhFiling *
make_filing (const char *name, const char *year)
{
  g_auto (JhNewTroubles) troubles = { 0 };
  JhFiling *filing = read_form (name, "", "", year, &troubles);

  ck_assert_ptr_nonnull (filing);
  return filing;
}

START_TEST (a_new_filing_is_one_change)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhFiling) filing = make_filing ("某单位", "2023");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  ck_assert (jh_new_filing_keep (store, filing, &error));
  ck_assert_int_gt (filing->id, 0);
  ck_assert_str_eq (filing->state, "填报");
  ck_assert (jh_change_undo (store, &name, &error));
  ck_assert_str_eq (name, "新建 2023 年度 某单位");
  ck_assert_ptr_null (jh_filing_get (store, filing->id, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
}
END_TEST

START_TEST (a_filing_that_is_there_is_not_begun_again)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhFiling) first = make_filing ("某单位", "2023");
  g_autoptr (JhFiling) again = make_filing ("某单位", "2023");
  g_autoptr (JhFiling) next = make_filing ("某单位", "2024");
  g_autoptr (GError) error = NULL;

  ck_assert (jh_new_filing_keep (store, first, &error));
  ck_assert (!jh_new_filing_keep (store, again, &error));
  jh_assert_error (error, JH_ERROR_EXISTS, "已经有“某单位”");
  ck_assert (jh_new_filing_keep (store, next, &error));
  jh_assert_no_error (error);
}
END_TEST

START_TEST (a_filing_that_was_taken_out_comes_back_whole)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhFiling) dropped = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  ck_assert (jh_filing_drop (store, id, &dropped, &error));
  ck_assert_str_eq (dropped->code, "U1");
  ck_assert_ptr_null (jh_filing_get (store, id, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
  ck_assert (jh_change_undo (store, &name, &error));
  ck_assert_str_eq (name, "删除 2023 年度 单位U1");
  assert_words (store, id, "words0");
}
END_TEST

START_TEST (a_locked_filing_is_not_taken_out)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;

  set_state (store, id, "锁定", TRUE);
  ck_assert (!jh_filing_drop (store, id, NULL, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
}
END_TEST

START_TEST (a_filing_that_is_gone_is_not_taken_out)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_filing_drop (store, 7, NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
}
END_TEST

START_TEST (the_year_is_the_one_being_closed)
{
  ck_assert_int_eq (jh_new_filing_guess_year (2024, 1), 2023);
  ck_assert_int_eq (jh_new_filing_guess_year (2024, 10), 2023);
  ck_assert_int_eq (jh_new_filing_guess_year (2024, 11), 2024);
  ck_assert_int_eq (jh_new_filing_guess_year (2024, 12), 2024);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("new-filing");
  TCase *filing = tcase_create ("filing");

  tcase_add_test (filing, what_is_typed_becomes_a_filing);
  tcase_add_test (filing, the_name_stands_for_a_blank_code);
  tcase_add_test (filing, every_wrong_field_is_told);
  tcase_add_test (filing, all_wrong_fields_are_told_at_once);
  tcase_add_test (filing, a_new_filing_is_one_change);
  tcase_add_test (filing, a_filing_that_is_there_is_not_begun_again);
  tcase_add_test (filing, a_filing_that_was_taken_out_comes_back_whole);
  tcase_add_test (filing, a_locked_filing_is_not_taken_out);
  tcase_add_test (filing, a_filing_that_is_gone_is_not_taken_out);
  tcase_add_test (filing, the_year_is_the_one_being_closed);
  suite_add_tcase (suite, filing);
  return jh_test_run (suite);
}
