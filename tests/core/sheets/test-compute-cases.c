/* Other years, other units, other places, and books with nothing in them. */
#include "sheets-fixture.h"

#include <sys/resource.h>

/* Last year's books: 100 万元 in, 90 out, 10 left. */
static JhBooks *
make_last_year (void)
{
  JhBooks *before = fixture_books (2022, "510811");

  fixture_add (before, JH_TABLE_INCOME, GENERAL "|2013150|||100");
  fixture_spend (before, "2013150", "30101", "基本支出", GENERAL, "60");
  fixture_spend (before, "2080505", "30108", "基本支出", GENERAL, "30");
  fixture_add (before, JH_TABLE_CARRYOVER, GENERAL "|年末结转和结余|10");
  fixture_add (before, JH_TABLE_SANGONG, "国内公务接待费|||2");
  return before;
}

START_TEST (last_years_filing_goes_before_figures_of_last_year)
{
  static const FixtureCell cells[] = {
    { "收入总计", "上年", "100.00" },
    { "收入总计", "增减额", "110.03" },
    { "收入总计", "增减率", "110.03%" },
    { "支出总计", "上年", "100.00" },
    { "本年支出合计", "上年", "90.00" },
    { "201", "上年", "60.00" },
    { "201", "增减率", "206.57%" },
    { "208", "增减额", "-13.69" },
    { "208", "增减率", "-45.63%" },
    { "210", "上年", "" },
    { "210", "增减率", "" },
    { "人员经费", "上年", "90.00" },
    { "公用经费", "上年", "" },
    { "“三公”经费合计", "上年", "2.00" },
    { "“三公”经费合计", "增减率", "-20.00%" },
  };
  g_autoptr (JhBooks) books = fixture_sample ();
  g_autoptr (JhBooks) before = make_last_year ();
  g_autoptr (JhGrid) grid = fixture_grid (books, before, "对比", NULL);

  fixture_assert (grid, cells);
}
END_TEST

START_TEST (a_base_of_zero_gives_no_rate)
{
  static const struct
  {
    const char *prior;
    const char *change;
    const char *rate;
  } cases[] = {
    { "0", "5.00", "—" },
    { "0.00", "5.00", "—" },
    { "5", "0.00", "0.00%" },
    { "4", "1.00", "25.00%" },
    { "10", "-5.00", "-50.00%" },
    { "-5", "10.00", "—" },
    { "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (2023, "");
      g_autofree char *prior = g_strconcat ("支出总计|", cases[i].prior, NULL);
      g_autoptr (JhGrid) grid = NULL;
      const FixtureCell cells[] = {
        { "支出总计", "上年", NULL },
        { "支出总计", "增减额", cases[i].change },
        { "支出总计", "增减率", cases[i].rate },
      };

      fixture_spend (books, "2013150", "30101", "基本支出", GENERAL, "5");
      fixture_add (books, JH_TABLE_PRIOR_YEAR, prior);
      grid = fixture_grid (books, NULL, "对比", NULL);
      fixture_assert_cells (grid, cells + 1, 2);
    }
}
END_TEST

START_TEST (a_share_of_nothing_is_none)
{
  static const FixtureCell cells[] = {
    { "本年支出合计", "占比", "—" },
    { "基本支出", "占比", "—" },
    { "项目支出", "占比", "" },
  };
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (JhGrid) grid = NULL;

  fixture_spend (books, "2013150", "30101", "基本支出", GENERAL, "0");
  grid = fixture_grid (books, NULL, "对比", NULL);
  fixture_assert (grid, cells);
}
END_TEST

START_TEST (a_filing_in_yuan_is_published_in_yuan)
{
  static const FixtureCell cells[] = {
    { "收/总计", "决算数", "2100300.00" },
    { "收/年初结转和结余", "决算数", "800.00" },
    { "支/八、社会保障和就业支出", "决算数", "163100.00" },
  };
  g_autoptr (JhBooks) books = fixture_sample ();
  g_autoptr (JhGrid) grid = NULL;

  books->filing->money_unit = JH_MONEY_YUAN;
  grid = fixture_grid (books, NULL, "公开01", NULL);
  ck_assert_int_eq (grid->unit, JH_MONEY_YUAN);
  fixture_assert (grid, cells);
}
END_TEST

START_TEST (codes_that_are_wrong_can_be_seen)
{
  static const struct
  {
    const char *functional;
    const char *economic;
    const char *row;
    const char *money;
  } cases[] = {
    { "2019998", "30101", "2019998", "1.00" },
    { "201", "30101", "201", "1.00" },
    { "20131", "30101", "20131", "1.00" },
    { "9", "30101", "9", "1.00" },
    { "201315", "30101", "201315", "1.00" },
    { "20131501", "30101", "2013150", "1.00" },
    { "二〇一三一五〇", "30101", "二〇一三一五〇", "1.00" },
    { "二〇一三一五〇", "30101", "二〇一", "1.00" },
    { "abc", "30101", "abc", "1.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (2023, "");
      g_autoptr (JhGrid) grid = NULL;
      const FixtureCell cells[] = {
        { "合计", "本年支出合计", "1.00" },
        { cases[i].row, "本年支出合计", cases[i].money },
      };

      fixture_spend (books, cases[i].functional, cases[i].economic,
                     "基本支出", GENERAL, "1");
      grid = fixture_grid (books, NULL, "公开03", NULL);
      fixture_assert (grid, cells);
      for (guint row = 0; row < grid->n_rows; row++)
        ck_assert (g_utf8_validate (jh_grid_get_row_key (grid, row, 0)
                                      ? jh_grid_get_row_key (grid, row, 0)
                                      : "",
                                    -1, NULL));
    }
}
END_TEST

START_TEST (economic_codes_that_are_wrong_can_be_seen)
{
  static const char *const codes[]
    = { "30198", "301", "3", "3011", "399999", "三〇一〇一", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (2023, "");
      g_autoptr (JhGrid) grid = NULL;
      g_autofree char *row
        = g_utf8_strlen (codes[i], -1) > 5 ? g_strndup (codes[i], 5)
                                           : g_strdup (codes[i]);
      const FixtureCell cells[] = {
        { "合计", "合计", "1.00" },
        { row, GENERAL "/基本支出", "1.00" },
      };

      fixture_spend (books, "2013150", codes[i], "基本支出", GENERAL, "1");
      grid = fixture_grid (books, NULL, "公开05", NULL);
      fixture_assert (grid, cells);
    }
}
END_TEST

START_TEST (codes_of_another_year_are_shown_without_a_name)
{
  static const struct
  {
    int year;
    const char *name;
  } cases[] = { { 2023, "信访事务" }, { 2024, "（本年科目表中没有）" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (cases[i].year, "");
      g_autoptr (JhGrid) grid = NULL;
      guint row;

      fixture_spend (books, "2010308", "30101", "基本支出", GENERAL, "1");
      grid = fixture_grid (books, NULL, "公开03", NULL);
      ck_assert_ptr_nonnull (
        jh_grid_find (grid, "2010308", "基本支出", &row, NULL));
      ck_assert_str_eq (jh_grid_get_cell (grid, row, 1)->text,
                        cases[i].name);
    }
}
END_TEST

START_TEST (an_empty_filing_has_every_sheet_with_its_statement)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, NULL);

  ck_assert_uint_eq (sheets->len, 18);
  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];
      const char *object = *sheet->object ? sheet->object : NULL;
      g_autoptr (JhGrid) grid
        = fixture_grid (books, NULL, sheet->name, object);
      gboolean stated = FALSE;

      for (guint n = 0; n < grid->notes->len; n++)
        stated |= strstr (grid->notes->pdata[n],
                          "说明：甲单位2023年度没有") != NULL;
      ck_assert_msg (stated == g_str_has_prefix (sheet->name, "公开"),
                     "%s", sheet->name);
      for (guint row = 0; row < grid->n_rows; row++)
        for (guint column = 0; column < grid->n_columns; column++)
          ck_assert_int_ne (jh_grid_get_cell (grid, row, column)->kind,
                            JH_CELL_MONEY);
    }
}
END_TEST

START_TEST (shanghai_prints_twenty_four_classes)
{
  static const FixtureCell cells[] = {
    { "支/二十三、其他支出", "决算数", "" },
    { "支/二十四、抗疫特别国债安排的支出", "决算数", "2.00" },
    { "支/二十五、债务付息支出", "决算数", "(none there)" },
    { "支/本年支出合计", "决算数", "3.00" },
  };
  g_autoptr (JhBooks) books = fixture_books (2023, "310000");
  g_autoptr (JhGrid) grid = NULL;
  guint row;

  fixture_spend (books, "2340101", "30201", "基本支出", GENERAL, "2");
  fixture_spend (books, "2320301", "30701", "基本支出", GENERAL, "1");
  grid = fixture_grid (books, NULL, "公开01", NULL);
  fixture_assert (grid, cells);
  ck_assert_ptr_nonnull (
    jh_grid_find (grid, "支/总计", "决算数", &row, NULL));
  ck_assert_str_eq (jh_grid_get_cell (grid, row, 4)->text, "56");
}
END_TEST

START_TEST (twenty_thousand_lines_take_no_more_than_a_clerk_has)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  const GArray *functional
    = jh_lists_get_codes (books->lists, JH_CODES_FUNCTIONAL);
  const GArray *economic
    = jh_lists_get_codes (books->lists, JH_CODES_ECONOMIC);
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, "公开表");
  struct rusage before, after;

  for (guint i = 0; i < JH_LINES_MAX; i++)
    fixture_spend (
      books, g_array_index (functional, JhCode, i % functional->len).code,
      g_array_index (economic, JhCode, i % economic->len).code,
      i % 3 ? "基本支出" : "项目支出", GENERAL, "100000000");
  getrusage (RUSAGE_SELF, &before);
  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];
      g_autoptr (JhGrid) grid
        = fixture_grid (books, NULL, sheet->name, NULL);

      if (g_str_equal (sheet->name, "公开06"))
        ck_assert_int_eq (fixture_money (grid, "合计", "合计"),
                          JH_LINES_MAX * JH_MONEY_MAX);
    }
  getrusage (RUSAGE_SELF, &after);
  ck_assert_int_lt (after.ru_maxrss - before.ru_maxrss, 600 * 1024);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compute-cases");
  TCase *cases = tcase_create ("cases");
  TCase *large = tcase_create ("large");

  tcase_add_test (cases,
                  last_years_filing_goes_before_figures_of_last_year);
  tcase_add_test (cases, a_base_of_zero_gives_no_rate);
  tcase_add_test (cases, a_share_of_nothing_is_none);
  tcase_add_test (cases, a_filing_in_yuan_is_published_in_yuan);
  tcase_add_test (cases, codes_that_are_wrong_can_be_seen);
  tcase_add_test (cases, economic_codes_that_are_wrong_can_be_seen);
  tcase_add_test (cases, codes_of_another_year_are_shown_without_a_name);
  tcase_add_test (cases,
                  an_empty_filing_has_every_sheet_with_its_statement);
  tcase_add_test (cases, shanghai_prints_twenty_four_classes);
  tcase_set_timeout (large, 120);
  tcase_add_test (large,
                  twenty_thousand_lines_take_no_more_than_a_clerk_has);
  suite_add_tcase (suite, cases);
  suite_add_tcase (suite, large);
  return jh_test_run (suite);
}
