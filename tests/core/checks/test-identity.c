/* 勾稽关系 inside the sheets: sound grids have no findings, and each wrong
 * cell is found by just the identities it stands in. */
#include "../sheets/sheets-fixture.h"

#include "jh-identity.h"

static JhIdentities *
load (void)
{
  g_autoptr (GError) error = NULL;
  JhIdentities *identities = jh_identities_load (&error);

  jh_assert_no_error (error);
  return identities;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The rules of @findings, sorted, joined by a blank. */
static char *
dup_rules (const GPtrArray *findings)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (rules, ((JhFinding *) findings->pdata[i])->rule);
  g_ptr_array_sort (rules, compare_texts);
  g_ptr_array_add (rules, NULL);
  return g_strjoinv (" ", (char **) rules->pdata);
}

/* What the checks say of @grid once 1 分 is added to the cell at the keys. */
static GPtrArray *
falsify (const JhIdentities *identities, JhGrid *grid, const char *row,
         const char *column)
{
  GPtrArray *findings = jh_findings_new ();
  guint r, c;
  JhCell *cell, kept;

  ck_assert_msg (jh_grid_find (grid, row, column, &r, &c) != NULL,
                 "%s has no [%s, %s]", grid->name, row, column);
  cell = jh_grid_edit_cell (grid, r, c);
  kept = *cell;
  cell->money = jh_money_add (
    cell->kind == JH_CELL_MONEY ? cell->money : jh_money_blank (),
    jh_money (1));
  cell->kind = JH_CELL_MONEY;
  jh_identities_check (identities, grid, findings);
  *cell = kept;
  return findings;
}

/* A cell, and the identities that it makes untrue. */
static const struct
{
  const char *sheet;
  const char *row;
  const char *column;
  const char *rules;
} falsified[] = {
  { "公开01", "收/五、事业收入", "决算数", "T01-1" },
  { "公开01", "收/本年收入合计", "决算数", "T01-1 T01-3" },
  { "公开01", "收/年初结转和结余", "决算数", "T01-3" },
  { "公开01", "收/使用非财政拨款结余（含专用结余）", "决算数", "T01-3" },
  { "公开01", "收/总计", "决算数", "T01-3" },
  { "公开01", "支/二、外交支出", "决算数", "T01-2" },
  { "公开01", "支/本年支出合计", "决算数", "T01-2 T01-4" },
  { "公开01", "支/结余分配", "决算数", "T01-4" },
  { "公开01", "支/总计", "决算数", "T01-4" },
  { "公开02", "合计", "本年收入合计", "T02-1 T02-2" },
  { "公开02", "合计", "事业收入", "T02-1 T02-2" },
  { "公开02", "2013101", "事业收入", "T02-1 T02-2" },
  { "公开02", "20131", "本年收入合计", "T02-1 T02-2 T02-2" },
  { "公开03", "2013102", "项目支出", "T03-1 T03-2" },
  { "公开03", "合计", "本年支出合计", "T03-1 T03-2" },
  { "公开03", "208", "经营支出", "T03-1 T03-2" },
  { "公开04", "支/二、外交支出", GENERAL, "T04-1 T04-5" },
  { "公开04", "支/二、外交支出", "合计", "T04-1 T04-5" },
  { "公开04", "收/二、政府性基金预算财政拨款", "决算数", "T04-2" },
  { "公开04", "收/本年收入合计", "决算数", "T04-2 T04-4" },
  { "公开04", "收/政府性基金预算财政拨款", "决算数", "T04-3" },
  { "公开04", "收/年初财政拨款结转和结余", "决算数", "T04-3 T04-4" },
  { "公开04", "收/总计", "决算数", "T04-4" },
  { "公开04", "支/年末财政拨款结转和结余", CAPITAL, "T04-1 T04-6" },
  { "公开04", "支/总计", GOVERNMENT, "T04-1 T04-6" },
  { "公开05", "30101", "合计", "T05-1 T05-5" },
  { "公开05", "30101", GENERAL "/基本支出", "T05-2 T05-5" },
  { "公开05", "31005", GOVERNMENT "/项目支出", "T05-3 T05-5" },
  { "公开05", "31201", CAPITAL "/项目支出", "T05-4 T05-5" },
  { "公开05", "合计", CAPITAL "/小计", "T05-1 T05-4 T05-5" },
  { "公开06", "2013101", "基本支出", "T06-1 T06-2" },
  { "公开06", "201", "合计", "T06-1 T06-2 T06-2" },
  { "公开07", "2013101", "工资福利支出/小计", "T07-1 T07-2" },
  { "公开07", "合计", "合计", "T07-1 T07-2" },
  { "公开08", "人员经费合计", "决算数", "T08-1" },
  { "公开08", "301", "决算数", "T08-1 T08-3" },
  { "公开08", "30101", "决算数", "T08-3" },
  { "公开08", "公用经费合计", "决算数", "T08-2" },
  { "公开08", "310", "决算数", "T08-2 T08-3" },
  { "公开09", "2013102", "合计", "T09-1 T09-2" },
  { "公开09", "2013102", "商品和服务支出", "T09-1 T09-2" },
  { "公开10", "2120801", "项目支出", "T10-1 T10-2" },
  { "公开10", "2120801", "本年收入", "T10-2" },
  { "公开11", "合计", "小计", "T10-1 T10-2" },
  { "公开12", "2230107", "合计", "T06-1 T06-2" },
  { "公开13", "金额", "预算数/合计", "T13-1" },
  { "公开13", "金额", "预算数/公务用车购置及运行维护费/小计",
    "T13-1 T13-2" },
  { "公开13", "金额", "决算数/公务接待费", "T13-3" },
  { "公开13", "金额", "决算数/公务用车购置及运行维护费/公务用车购置费",
    "T13-4" },
};

START_TEST (a_wrong_cell_is_found_by_its_identities)
{
  g_autoptr (JhIdentities) identities = load ();
  g_autoptr (JhBooks) books = fixture_rich ();

  for (gsize i = 0; i < G_N_ELEMENTS (falsified); i++)
    {
      g_autoptr (JhGrid) grid
        = fixture_grid (books, NULL, falsified[i].sheet, NULL);
      g_autoptr (GPtrArray) findings
        = falsify (identities, grid, falsified[i].row, falsified[i].column);
      g_autofree char *rules = dup_rules (findings);

      ck_assert_msg (g_str_equal (rules, falsified[i].rules),
                     "%s[%s, %s]: “%s”, not “%s”", falsified[i].sheet,
                     falsified[i].row, falsified[i].column, rules,
                     falsified[i].rules);
    }
}
END_TEST

START_TEST (every_identity_that_comes_with_the_program_was_falsified)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
    "/cn/jiheng/old/identities.json", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) parts
    = g_strsplit (g_bytes_get_data (bytes, NULL), "\"rule\": \"", -1);
  g_autoptr (GString) seen = g_string_new (" ");

  for (gsize i = 0; i < G_N_ELEMENTS (falsified); i++)
    g_string_append_printf (seen, "%s ", falsified[i].rules);
  ck_assert_uint_gt (g_strv_length (parts), 30);
  for (guint i = 1; parts[i]; i++)
    {
      g_auto (GStrv) rule = g_strsplit (parts[i], "\"", 2);
      g_autofree char *word = g_strconcat (" ", rule[0], " ", NULL);

      ck_assert_msg (strstr (seen->str, word) != NULL, "%s was not", word);
    }
}
END_TEST

START_TEST (every_figure_of_the_official_tables_stands_in_an_identity)
{
  g_autoptr (JhIdentities) identities = load ();
  g_autoptr (JhBooks) books = fixture_rich ();
  guint tried = 0;

  for (int i = 1; i <= 13; i++)
    {
      g_autofree char *name = g_strdup_printf ("公开%02d", i);
      g_autoptr (JhGrid) grid = fixture_grid (books, NULL, name, NULL);

      for (guint r = 0; r < grid->n_rows; r++)
        for (guint c = 0; c < grid->n_columns; c++)
          {
            const char *row = jh_grid_get_row_key (grid, r, c);
            const char *column = jh_grid_get_column_key (grid, r, c);
            g_autoptr (GPtrArray) findings = NULL;

            if (jh_grid_get_cell (grid, r, c)->kind != JH_CELL_MONEY
                || strstr (column, "结转和结余"))
              continue;
            findings = falsify (identities, grid, row, column);
            ck_assert_msg (findings->len > 0, "%s[%s, %s] may be anything",
                           name, row, column);
            tried++;
          }
    }
  ck_assert_uint_gt (tried, 300);
}
END_TEST

START_TEST (sound_grids_have_no_findings)
{
  g_autoptr (JhIdentities) identities = load ();
  g_autoptr (JhBooks) sample = fixture_sample ();
  g_autoptr (JhBooks) rich = fixture_rich ();
  g_autoptr (JhBooks) empty = fixture_books (2023, "310000");
  const JhBooks *const books[] = { sample, rich, empty };

  for (gsize b = 0; b < G_N_ELEMENTS (books); b++)
    for (int i = 1; i <= 13; i++)
      {
        g_autofree char *name = g_strdup_printf ("公开%02d", i);
        g_autoptr (JhGrid) grid = fixture_grid (books[b], NULL, name, NULL);
        g_autoptr (GPtrArray) findings = jh_findings_new ();
        g_autofree char *rules = NULL;

        jh_identities_check (identities, grid, findings);
        rules = dup_rules (findings);
        ck_assert_str_eq (rules, "");
      }
}
END_TEST

START_TEST (a_finding_names_the_cell_both_values_and_the_mend)
{
  g_autoptr (JhIdentities) identities = load ();
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhGrid) grid = fixture_grid (books, NULL, "公开01", NULL);
  g_autoptr (GPtrArray) findings
    = falsify (identities, grid, "收/总计", "决算数");
  const JhFinding *finding = findings->pdata[0];

  ck_assert_str_eq (finding->rule, "T01-3");
  ck_assert_int_eq (finding->severity, JH_SEVERITY_ERROR);
  ck_assert_str_eq (finding->where, "公开01[收/总计, 决算数]");
  ck_assert_str_eq (finding->left_value, "226.500001");
  ck_assert_str_eq (finding->right_value, "226.50");
  ck_assert_str_eq (finding->difference, "0.000001");
  ck_assert_ptr_nonnull (strstr (finding->message,
                                 "是 226.500001 万元，各行之和是 226.50 "
                                 "万元，相差 0.000001 万元。请核对结转结余"));
}
END_TEST

START_TEST (books_of_the_wrong_kind_break_the_identities)
{
  static const struct
  {
    const char *functional;
    const char *economic;
    const char *category;
    const char *fund;
    const char *sheet;
    const char *rules;
  } cases[] = {
    { "2300101", "30101", "基本支出", GENERAL, "公开01", "T01-2" },
    { "2300101", "30101", "基本支出", GENERAL, "公开04",
      "T04-5 T04-5" },
    { "2013101", "30101", "经营支出", GENERAL, "公开06",
      "T06-1 T06-1 T06-1 T06-1" },
    { "2013101", "30101", "经营支出", GOVERNMENT, "公开10",
      "T10-1 T10-1 T10-1 T10-1" },
    { "2013101", "60101", "基本支出", GENERAL, "公开07",
      "T07-1 T07-1 T07-1 T07-1" },
    { "201", "30101", "基本支出", GENERAL, "公开03", "" },
  };
  g_autoptr (JhIdentities) identities = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (2023, "");
      g_autoptr (JhGrid) grid = NULL;
      g_autoptr (GPtrArray) findings = jh_findings_new ();
      g_autofree char *rules = NULL;

      fixture_spend (books, cases[i].functional, cases[i].economic,
                     cases[i].category, cases[i].fund, "1");
      grid = fixture_grid (books, NULL, cases[i].sheet, NULL);
      jh_identities_check (identities, grid, findings);
      rules = dup_rules (findings);
      ck_assert_msg (g_str_equal (rules, cases[i].rules),
                     "case %zu: “%s”, not “%s”", i, rules, cases[i].rules);
    }
}
END_TEST

START_TEST (identities_that_are_wrong_are_named)
{
  static const struct
  {
    const char *text;
    const char *fault;
  } cases[] = {
    { "{\"identities\":[]}", NULL },
    { "{\"identities\":[{\"rule\":\"a\",\"total\":\"b\","
      "\"direction\":\"down\"}]}",
      NULL },
    { "[]", "“a.json”的最外层应是一个对象" },
    { "{", "“a.json”第 1 行" },
    { "{}", "“identities”：缺少这一项" },
    { "{\"identity\":[]}", "“identity”" },
    { "{\"identities\":{}}", "“identities”：应是一个数组" },
    { "{\"identities\":[1]}", "“identities”：里面应都是对象" },
    { "{\"identities\":[{\"rule\":\"a\",\"total\":\"b\"}]}",
      "“direction”：应是 across、down 或 tree" },
    { "{\"identities\":[{\"rule\":\"a\",\"total\":\"b\","
      "\"direction\":\"up\"}]}",
      "“direction”：应是 across、down 或 tree" },
    { "{\"identities\":[{\"total\":\"b\",\"direction\":\"down\"}]}",
      "每条都要有 rule 和 total" },
    { "{\"identities\":[{\"rule\":\"a\",\"direction\":\"down\"}]}",
      "每条都要有 rule 和 total" },
    { "{\"identities\":[{\"rule\":\"a\",\"total\":\"b\","
      "\"direction\":\"down\",\"part\":[]}]}",
      "不认识“part”" },
    { "{\"identities\":[{\"rule\":\"a\",\"total\":\"b\","
      "\"direction\":\"down\",\"parts\":[1]}]}",
      "“parts”：应是文字" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JhIdentities) identities = jh_identities_read (
        cases[i].text, strlen (cases[i].text), "a.json", &error);

      if (cases[i].fault == NULL)
        {
          jh_assert_no_error (error);
          continue;
        }
      ck_assert_msg (identities == NULL, "%s was taken", cases[i].text);
      jh_assert_error (error, JH_ERROR_DATA, cases[i].fault);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("identity");
  TCase *cases = tcase_create ("identities");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, a_wrong_cell_is_found_by_its_identities);
  tcase_add_test (
    cases, every_identity_that_comes_with_the_program_was_falsified);
  tcase_add_test (cases,
                  every_figure_of_the_official_tables_stands_in_an_identity);
  tcase_add_test (cases, sound_grids_have_no_findings);
  tcase_add_test (cases, a_finding_names_the_cell_both_values_and_the_mend);
  tcase_add_test (cases, books_of_the_wrong_kind_break_the_identities);
  tcase_add_test (cases, identities_that_are_wrong_are_named);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
