#include "jh-template.h"

#include "sheets-fixture.h"

/* Expands @words for @object and compares. */
static void
check (const JhBooks *books, const char *words, const char *object,
       gconstpointer row, const char *expected)
{
  g_autofree char *text = jh_template_expand (words, books, object, row);

  ck_assert_msg (g_str_equal (text, expected), "%s becomes “%s”, not “%s”",
                 words, text, expected);
}

START_TEST (placeholders_are_filled_in_and_others_stay)
{
  static const struct
  {
    const char *words;
    const char *object;
    const char *expected;
  } cases[] = {
    { "", NULL, "" },
    { "无", NULL, "无" },
    { "{unit}{year}年度", NULL, "甲单位2023年度" },
    { "{last-year}", NULL, "2022" },
    { "{code} {money-unit}", NULL, "U1 万元" },
    { "{short}", NULL, "甲单位" },
    { "{fact:主管部门}|{fact:没有的}", NULL, "丙局|" },
    { "{object}", NULL, "{object}" },
    { "{object}", "A1", "A1" },
    { "{object-name}", "A1", "道路" },
    { "{object-name}", "整体", "甲单位" },
    { "{object-name}", "A9", "A9" },
    { "{department}", "A1", "丙局" },
    { "{department}", "整体", "丙局" },
    { "{department}", "A9", "" },
    { "{implementer}{goal}{outcome}", "A1", "丁所修路修完" },
    { "{goal}{outcome}", "整体", "" },
    { "{nobody}", "A1", "{nobody}" },
    { "{", NULL, "{" },
    { "}{", NULL, "}{" },
    { "{{year}}", NULL, "{{year}}" },
    { "{year", NULL, "{year" },
    { "{}", NULL, "{}" },
    { "%s%n{year}", NULL, "%s%n2023" },
  };
  g_autoptr (JhBooks) books = fixture_rich ();

  fixture_add (books, JH_TABLE_FILING_FACT, "主管部门|丙局");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (books, cases[i].words, cases[i].object, NULL, cases[i].expected);
}
END_TEST

START_TEST (columns_of_a_row_are_filled_in_by_name)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  const JhIndicator *indicator = JH_BOOKS_ROWS (books, INDICATOR)->pdata[0];
  const JhExpenditure *spent = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[0];

  check (books, "{level3}{operator}{target}{measure}", "A1", indicator,
         "里程≥10公里");
  check (books, "{weight}/{score}", "A1", indicator, "50.00/45.50");
  check (books, "[{reason}]", "A1", indicator, "[]");
  check (books, "{actual}", NULL, spent, "40.00");
  check (books, "{initial}", NULL, spent, "");
  check (books, "{year}{fund}", NULL, spent, "2023" GENERAL);
  books->filing->money_unit = JH_MONEY_YUAN;
  check (books, "{actual}", NULL, spent, "400,000.00");
}
END_TEST

START_TEST (what_is_filled_in_is_not_read_again)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");

  g_free (books->filing->name);
  books->filing->name = g_strdup ("{code}{unit}");
  check (books, "{unit}", NULL, NULL, "{code}{unit}");
}
END_TEST

START_TEST (the_short_name_goes_before_the_name)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");

  fixture_add (books, JH_TABLE_FILING_FACT, "单位简称|甲");
  check (books, "{short}", NULL, NULL, "甲");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("template");
  TCase *cases = tcase_create ("template");

  tcase_add_test (cases, placeholders_are_filled_in_and_others_stay);
  tcase_add_test (cases, columns_of_a_row_are_filled_in_by_name);
  tcase_add_test (cases, what_is_filled_in_is_not_read_again);
  tcase_add_test (cases, the_short_name_goes_before_the_name);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
