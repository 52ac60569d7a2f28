/* Reading definitions: what is wrong is named, and nothing wrong is taken. */
#include "sheets-fixture.h"

/* A definition of one row; parts of it are put in place. */
#define TOP(members, blocks)                                                \
  "{\"name\":\"甲\"" members ",\"blocks\":[" blocks "]}"
#define BLOCK(columns, rows)                                                \
  "{\"panels\":[{\"columns\":[" columns                                     \
  "],\"sections\":[{\"rows\":[" rows "]}]}]}"
#define COLUMN "{\"label\":\"a\"}"
#define ROW "{\"label\":\"r\"}"

/* Fails unless @text is refused with @fault, or taken when it is NULL. */
static void
check (const char *text, const char *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhSheet) sheet
    = jh_sheet_read (text, strlen (text), "a.json", &error);

  if (fault == NULL)
    {
      jh_assert_no_error (error);
      ck_assert_ptr_nonnull (sheet);
      return;
    }
  ck_assert_msg (sheet == NULL, "%s was taken", text);
  ck_assert (strstr (error->message, "a.json") != NULL);
  jh_assert_error (error, JH_ERROR_DATA, fault);
}

START_TEST (every_fault_of_a_definition_is_named)
{
  static const struct
  {
    const char *text;
    const char *fault;
  } cases[] = {
    { TOP ("", BLOCK (COLUMN, ROW)), NULL },
    { TOP (",\"comment\":\"x\"", BLOCK (COLUMN, ROW)), NULL },
    { "{}", "缺少这一项" },
    { "{\"name\":\"甲\"}", "“blocks”：缺少这一项" },
    { TOP ("", ""), "“blocks”：至少要有一块" },
    { TOP (",\"titel\":\"x\"", BLOCK (COLUMN, ROW)), "不认识“titel”" },
    { TOP (",\"order\":10000", BLOCK (COLUMN, ROW)), "“order”" },
    { TOP (",\"from\":-1", BLOCK (COLUMN, ROW)), "“from”" },
    { TOP (",\"unit\":\"千元\"", BLOCK (COLUMN, ROW)),
      "“unit”：没有这种写法" },
    { TOP (",\"pages-wide\":2", BLOCK (COLUMN, ROW)), "“pages-wide”" },
    { TOP (",\"regions\":[51]", BLOCK (COLUMN, ROW)), "“regions”" },
    { TOP (",\"landscape\":1", BLOCK (COLUMN, ROW)), "“landscape”" },
    { TOP ("", "1"), "“blocks”：里面应都是对象" },
    { TOP ("", "{}"), "“panels”：缺少这一项" },
    { TOP ("", "{\"panels\":[]}"), "“panels”：至少要有一块" },
    { TOP ("", BLOCK ("", ROW)), "“columns”：至少要有一栏" },
    { TOP ("", BLOCK ("{\"lable\":\"a\"}", ROW)), "不认识“lable”" },
    { TOP ("", BLOCK ("{\"show\":\"colour\"}", ROW)), "“show”" },
    { TOP ("", BLOCK ("{\"label\":\"a\",\"show\":\"words\"}", ROW)),
      "“a”：要写明 words 或 field 是什么" },
    { TOP ("", BLOCK ("{\"label\":\"a\",\"show\":\"field\"}", ROW)),
      "“a”：要写明 words 或 field 是什么" },
    { TOP ("", BLOCK ("{\"label\":\"a\",\"minus\":[\"b\"]}", ROW)),
      "“a”：计算所用的栏数不对" },
    { TOP ("", BLOCK ("{\"label\":\"a\",\"share\":[\"b\",\"c\"]}", ROW)),
      "“a”：计算所用的栏数不对" },
    { TOP ("", BLOCK ("{\"width\":0}", ROW)), "“width”" },
    { TOP ("", BLOCK ("{\"span\":41}", ROW)), "“span”" },
    { TOP ("", BLOCK ("{\"role\":\"big\"}", ROW)), "“role”" },
    { TOP ("", BLOCK ("{\"merge\":\"all\"}", ROW)), "“merge”" },
    { TOP ("", BLOCK ("{\"each\":\"unit\"}", ROW)), "“each”" },
    { TOP ("", BLOCK ("{\"levels\":[0]}", ROW)), "“levels”" },
    { TOP ("", BLOCK ("{\"levels\":[\"3\"]}", ROW)), "“levels”" },
    { TOP ("", BLOCK ("{\"facts\":{\"from\":\"x\"}}", ROW)), "没有这张表" },
    { TOP ("", BLOCK (COLUMN, "{\"facts\":[1]}")), "“facts”" },
    { TOP ("", BLOCK (COLUMN, "{\"facts\":\"x\"}")), "“facts”" },
    { TOP ("", BLOCK (COLUMN, "{\"prior\":[]}")), "“prior”" },
    { TOP ("", BLOCK (COLUMN, "{\"points\":-1}")), "“points”" },
    { TOP ("", BLOCK (COLUMN, "{\"blank\":101}")), "“blank”" },
    { TOP ("", BLOCK (COLUMN, "{\"indent\":10}")), "“indent”" },
    { TOP ("", BLOCK (COLUMN, "{\"bold\":true}")), "不认识“bold”" },
    { TOP ("", "{\"panels\":[{\"columns\":[" COLUMN "]}]}"),
      "“sections”：缺少这一项" },
    { TOP ("", "{\"panels\":[{\"columns\":[" COLUMN
               "],\"sections\":[{}]}]}"),
      "“rows”：缺少这一项" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].text, cases[i].fault);
}
END_TEST

START_TEST (a_sheet_that_would_be_too_large_is_refused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (JhSheet) sheet = NULL;

  g_string_append (text, "{\"name\":\"大表\",\"blocks\":[{\"panels\":[{"
                         "\"columns\":[{\"span\":40}");
  for (guint i = 0; i < 299; i++)
    g_string_append (text, ",{\"span\":40}");
  g_string_append (text, "],\"sections\":[{\"rows\":[{\"blank\":100}");
  for (guint i = 0; i < 200; i++)
    g_string_append (text, ",{\"blank\":100}");
  g_string_append (text, "]}]}]}]}");
  sheet = jh_sheet_read (text->str, text->len, "a.json", &error);
  jh_assert_no_error (error);
  ck_assert_ptr_null (jh_compute (sheet, books, NULL, NULL, &error));
  jh_assert_error (error, JH_ERROR_DATA,
                   "“大表”有 20101 行 12000 栏，太大了");
}
END_TEST

START_TEST (sums_of_sums_come_out_whatever_their_order)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (JhGrid) grid = NULL;
  static const FixtureCell cells[] = {
    { "总", "数", "7.00" },
    { "小", "数", "3.00" },
    { "自己", "数", "" },
  };

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "1");
  fixture_spend (books, "2013101", "30201", "基本支出", GENERAL, "2");
  fixture_spend (books, "2013101", "30301", "基本支出", GENERAL, "4");
  grid = fixture_compute (
    TOP ("",
         BLOCK ("{\"label\":\"项\",\"show\":\"name\"},"
                "{\"label\":\"数\",\"facts\":{\"from\":\"expenditure\","
                "\"sum\":\"actual\"}}",
                "{\"label\":\"总\",\"sum\":[\"小\",\"丙\"]},"
                "{\"label\":\"小\",\"sum\":[\"甲\",\"乙\"]},"
                "{\"label\":\"甲\",\"facts\":{\"economic\":\"301*\"}},"
                "{\"label\":\"乙\",\"facts\":{\"economic\":\"302*\"}},"
                "{\"label\":\"丙\",\"facts\":{\"economic\":\"303*\"}},"
                "{\"label\":\"自己\",\"sum\":[\"自己\"]}")),
    books, NULL);
  fixture_assert (grid, cells);
}
END_TEST

START_TEST (a_strict_sum_needs_all_of_its_parts)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (JhGrid) grid = NULL;
  static const FixtureCell cells[] = {
    { "全", "数", "3.00" },
    { "缺数", "数", "" },
    { "缺行", "数", "" },
    { "宽", "数", "1.00" },
  };

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "1");
  fixture_spend (books, "2013101", "30201", "基本支出", GENERAL, "2");
  grid = fixture_compute (
    TOP ("",
         BLOCK ("{\"label\":\"项\",\"show\":\"name\"},"
                "{\"label\":\"数\",\"facts\":{\"from\":\"expenditure\","
                "\"sum\":\"actual\"}}",
                "{\"label\":\"甲\",\"facts\":{\"economic\":\"301*\"}},"
                "{\"label\":\"乙\",\"facts\":{\"economic\":\"302*\"}},"
                "{\"label\":\"丙\",\"facts\":{\"economic\":\"303*\"}},"
                "{\"label\":\"全\",\"strict\":true,\"sum\":[\"甲\",\"乙\"]},"
                "{\"label\":\"缺数\",\"strict\":true,"
                "\"sum\":[\"甲\",\"丙\"]},"
                "{\"label\":\"缺行\",\"strict\":true,"
                "\"sum\":[\"甲\",\"丁\"]},"
                "{\"label\":\"宽\",\"sum\":[\"甲\",\"丙\",\"丁\"]}")),
    books, NULL);
  fixture_assert (grid, cells);
}
END_TEST

START_TEST (a_definition_may_force_the_unit_of_money)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  static const struct
  {
    const char *json;
    JhMoneyUnit filing;
    const char *text;
  } cases[] = {
    { TOP (",\"unit\":\"元\"", "%s"), JH_MONEY_WAN, "12345.68" },
    { TOP (",\"unit\":\"万元\"", "%s"), JH_MONEY_WAN, "1.23" },
    { TOP (",\"unit\":\"元\"", "%s"), JH_MONEY_YUAN, "12345.68" },
    { TOP (",\"unit\":\"万元\"", "%s"), JH_MONEY_YUAN, "1.23" },
    { TOP ("", "%s"), JH_MONEY_YUAN, "12345.68" },
    { TOP ("", "%s"), JH_MONEY_WAN, "1.23" },
  };

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "1.234568");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) halves = g_strsplit (cases[i].json, "%s", 2);
      g_autofree char *json = g_strconcat (
        halves[0],
        BLOCK ("{\"label\":\"数\",\"facts\":{\"from\":\"expenditure\","
               "\"sum\":\"actual\"}}",
               ROW),
        halves[1], NULL);
      g_autoptr (JhGrid) grid = NULL;
      g_autofree char *text = NULL;

      books->filing->money_unit = cases[i].filing;
      grid = fixture_compute (json, books, NULL);
      text = fixture_dup_text (grid, "r", "数");
      ck_assert_str_eq (text, cases[i].text);
    }
}
END_TEST

/* @count times @row, with commas between. */
static char *
repeat (const char *row, guint count)
{
  GString *rows = g_string_new (row);

  for (guint i = 1; i < count; i++)
    g_string_append_printf (rows, ",%s", row);
  return g_string_free (rows, FALSE);
}

START_TEST (a_definition_may_have_300_rows_and_no_more)
{
  static const struct
  {
    guint count;
    const char *fault;
  } cases[] = { { 300, NULL }, { 301, "“rows”：太多了" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = repeat (ROW, cases[i].count);
      g_autofree char *text
        = g_strdup_printf (TOP ("", BLOCK (COLUMN, "%s")), rows);

      check (text, cases[i].fault);
    }
}
END_TEST

START_TEST (sums_of_sums_without_end_are_refused_and_do_not_hang)
{
  g_autofree char *names = repeat ("\"r\"", 200);
  g_autofree char *row
    = g_strdup_printf ("{\"label\":\"r\",\"sum\":[%s]}", names);
  g_autofree char *rows = repeat (row, 100);
  g_autofree char *text
    = g_strdup_printf (TOP ("", BLOCK (COLUMN, "%s")), rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhSheet) sheet
    = jh_sheet_read (text, strlen (text), "a.json", &error);
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhGrid) grid = NULL;

  jh_assert_no_error (error);
  grid = jh_compute (sheet, books, NULL, NULL, &error);
  ck_assert_ptr_null (grid);
  jh_assert_error (error, JH_ERROR_DATA, "合计套合计");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheet");
  TCase *cases = tcase_create ("definition");

  tcase_add_test (cases, every_fault_of_a_definition_is_named);
  tcase_add_test (cases, a_sheet_that_would_be_too_large_is_refused);
  tcase_add_test (cases, sums_of_sums_come_out_whatever_their_order);
  tcase_add_test (cases, a_strict_sum_needs_all_of_its_parts);
  tcase_add_test (cases, a_definition_may_force_the_unit_of_money);
  tcase_add_test (cases, a_definition_may_have_300_rows_and_no_more);
  tcase_add_test (cases,
                  sums_of_sums_without_end_are_refused_and_do_not_hang);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
