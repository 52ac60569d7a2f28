/* Codes with their years, and words from fixed lists. */
#include "fixture.h"

/* The lists of @year and @region of new books. */
static JhLists *
load (int year, const char *region)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  JhLists *lists = jh_lists_load (store, year, region, &error);

  jh_assert_no_error (error);
  return lists;
}

START_TEST (a_code_has_its_name_in_its_years_alone)
{
  static const struct
  {
    JhCodes codes;
    int year;
    const char *code;
    const char *name;
  } cases[] = {
    { JH_CODES_FUNCTIONAL, 2023, "201", "一般公共服务支出" },
    { JH_CODES_FUNCTIONAL, 2023, "2010308", "信访事务" },
    { JH_CODES_FUNCTIONAL, 2024, "2010308", NULL },
    { JH_CODES_FUNCTIONAL, 2023, "2014004", NULL },
    { JH_CODES_FUNCTIONAL, 2024, "2014004", "信访业务" },
    { JH_CODES_FUNCTIONAL, 2018, "210", "医疗卫生与计划生育支出" },
    { JH_CODES_FUNCTIONAL, 2019, "210", "卫生健康支出" },
    { JH_CODES_FUNCTIONAL, 2023, "299", NULL },
    { JH_CODES_FUNCTIONAL, 2023, "", NULL },
    { JH_CODES_ECONOMIC, 2019, "30311", NULL },
    { JH_CODES_ECONOMIC, 2020, "30311", "代缴社会保险费" },
    { JH_CODES_ECONOMIC, 2023, "30101", "基本工资" },
    { JH_CODES_ECONOMIC, 2023, "2010308", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhLists) lists = load (cases[i].year, "");

      ck_assert_pstr_eq (
        jh_lists_get_name (lists, cases[i].codes, cases[i].code),
        cases[i].name);
    }
}
END_TEST

START_TEST (a_code_of_other_years_is_told_with_them)
{
  g_autoptr (JhLists) later = load (2024, "");
  g_autoptr (JhLists) before = load (2023, "");

  ck_assert_pstr_eq (
    jh_lists_get_other_years (later, JH_CODES_FUNCTIONAL, "2010308"),
    "“信访事务”（2007—2023 年）");
  ck_assert_pstr_eq (
    jh_lists_get_other_years (before, JH_CODES_FUNCTIONAL, "2014004"),
    "“信访业务”（2024 年起）");
  ck_assert_pstr_eq (
    jh_lists_get_other_years (before, JH_CODES_FUNCTIONAL, "2010308"), NULL);
}
END_TEST

START_TEST (the_classes_are_those_of_the_longest_region)
{
  static const struct
  {
    const char *region;
    guint count;
    const char *last;
  } cases[] = {
    { "", 26, "234" },       { "510811", 26, "234" },
    { "310000", 24, "234" }, { "31", 24, "234" },
    { "3", 26, "234" },      { "131000", 26, "234" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhLists) lists = load (2023, cases[i].region);
      const GPtrArray *classes = jh_lists_get_classes (lists);

      ck_assert_uint_eq (classes->len, cases[i].count);
      ck_assert_pstr_eq (classes->pdata[0], "201");
      ck_assert_pstr_eq (classes->pdata[classes->len - 1], cases[i].last);
    }
}
END_TEST

START_TEST (the_codes_are_in_their_order_and_each_stands_once)
{
  g_autoptr (JhLists) lists = load (2023, "");

  for (int list = JH_CODES_FUNCTIONAL; list <= JH_CODES_ECONOMIC; list++)
    {
      const GArray *codes = jh_lists_get_codes (lists, list);

      ck_assert_uint_gt (codes->len, 90);
      for (guint i = 1; i < codes->len; i++)
        ck_assert_str_lt (g_array_index (codes, JhCode, i - 1).code,
                          g_array_index (codes, JhCode, i).code);
    }
}
END_TEST

START_TEST (money_belongs_to_the_fund_of_its_source)
{
  g_autoptr (JhLists) lists = load (2023, "");

  ck_assert_pstr_eq (jh_lists_get_fund (lists, "事业收入"), "其他资金");
  ck_assert_pstr_eq (jh_lists_get_fund (lists, "政府性基金预算财政拨款"),
                     "政府性基金预算财政拨款");
  ck_assert_pstr_eq (jh_lists_get_fund (lists, "没有这种"), NULL);
  ck_assert (jh_lists_is_fiscal (lists, "国有资本经营预算财政拨款"));
  ck_assert (!jh_lists_is_fiscal (lists, "其他资金"));
  ck_assert (!jh_lists_is_fiscal (lists, "没有这种"));
}
END_TEST

START_TEST (carry_overs_stand_on_their_side_of_the_balance)
{
  g_autoptr (JhLists) lists = load (2023, "");

  ck_assert_int_eq (jh_lists_get_carryover_side (lists, "年初结转和结余"),
                    1);
  ck_assert_int_eq (jh_lists_get_carryover_side (lists, "使用非财政拨款结余"),
                    1);
  ck_assert_int_eq (jh_lists_get_carryover_side (lists, "结余分配"), -1);
  ck_assert_int_eq (jh_lists_get_carryover_side (lists, "年末结转和结余"),
                    -1);
  ck_assert_int_eq (jh_lists_get_carryover_side (lists, "别的"), 0);
}
END_TEST

START_TEST (facts_are_known_by_their_kind)
{
  g_autoptr (JhLists) lists = load (2023, "");

  ck_assert_pstr_eq (jh_lists_get_fact_kind (lists, "年末在职人数"),
                     "count");
  ck_assert_pstr_eq (jh_lists_get_fact_kind (lists, "机关运行经费"),
                     "money");
  ck_assert_pstr_eq (jh_lists_get_fact_kind (lists, "参照公务员法管理"),
                     "yes");
  ck_assert_pstr_eq (jh_lists_get_fact_kind (lists, "内设机构"), "words");
  ck_assert_pstr_eq (jh_lists_get_fact_kind (lists, "别的"), NULL);
}
END_TEST

START_TEST (words_stand_in_the_order_in_which_they_are_printed)
{
  static const struct
  {
    JhWords words;
    guint count;
    const char *first;
  } cases[] = {
    { JH_WORDS_SOURCE, 8, "一般公共预算财政拨款" },
    { JH_WORDS_FUND, 4, "一般公共预算财政拨款" },
    { JH_WORDS_CATEGORY, 5, "基本支出" },
    { JH_WORDS_CARRYOVER, 4, "年初结转和结余" },
    { JH_WORDS_SANGONG, 5, "因公出国（境）费" },
    { JH_WORDS_LINE, 8, "年度资金总额" },
    { JH_WORDS_NATURE, 2, "定量" },
    { JH_WORDS_OPERATOR, 5, "≥" },
  };
  g_autoptr (JhLists) lists = load (2023, "");

  ck_assert_ptr_null (jh_lists_get_words (lists, JH_WORDS_ANY));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GPtrArray *words = jh_lists_get_words (lists, cases[i].words);

      ck_assert_uint_eq (words->len, cases[i].count);
      ck_assert_pstr_eq (words->pdata[0], cases[i].first);
    }
}
END_TEST

START_TEST (lists_know_whose_they_are)
{
  g_autoptr (JhLists) lists = load (2023, "51");
  JhLists *held = jh_lists_ref (lists);

  ck_assert (jh_lists_hold (lists, 2023, "51"));
  ck_assert (!jh_lists_hold (lists, 2024, "51"));
  ck_assert (!jh_lists_hold (lists, 2023, "31"));
  jh_lists_unref (held);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lists");
  TCase *lists = tcase_create ("lists");

  tcase_set_timeout (lists, 60);
  tcase_add_test (lists, a_code_has_its_name_in_its_years_alone);
  tcase_add_test (lists, a_code_of_other_years_is_told_with_them);
  tcase_add_test (lists, the_classes_are_those_of_the_longest_region);
  tcase_add_test (lists, the_codes_are_in_their_order_and_each_stands_once);
  tcase_add_test (lists, money_belongs_to_the_fund_of_its_source);
  tcase_add_test (lists, carry_overs_stand_on_their_side_of_the_balance);
  tcase_add_test (lists, facts_are_known_by_their_kind);
  tcase_add_test (lists, words_stand_in_the_order_in_which_they_are_printed);
  tcase_add_test (lists, lists_know_whose_they_are);
  suite_add_tcase (suite, lists);
  return jh_test_run (suite);
}
