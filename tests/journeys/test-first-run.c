/* The first day: from a program that was never started before to the
 * workbooks of the reference filing, with what a clerk types and pastes. */
#include "../cli/cli-fixture.h"
#include "jh-golden.h"
#include "ui.h"

#define UNIT "广元市昭化区目标绩效事务中心"

/* The lines of a table of the sample, as a spreadsheet copies them, without
 * the first @skipped columns. The caller frees it. */
static char *
copy_table (const char *name, int skipped)
{
  g_autofree char *sample = cli_dup_sample ();
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = cli_path (sample, file);
  g_autofree char *text = jh_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  GString *block = g_string_new (NULL);

  for (guint i = 1; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autofree char *row = g_strjoinv ("\t", cells + skipped);

      g_string_append_printf (block, "%s\r\n", row);
    }
  return g_string_free (block, FALSE);
}

static void
paste (Ui *ui, int row, const char *column, const char *table, int skipped)
{
  g_autofree char *block = copy_table (table, skipped);

  to_cell (ui, row, column);
  ui_offer (ui, block, NULL);
  press (ui, "<Ctrl>V");
}

static void
begin_a_year (Ui *ui)
{
  click (ui, "新建年度");
  see_focus (ui, "单位名称");
  type (ui, UNIT "\t510811-MBJX\t510811\t");
  see_focus (ui, "年度");
  press (ui, "<Ctrl>A");
  type (ui, "2023");
  click (ui, "建立");
  see (ui, "单位简称");
}

static void
fill_in (Ui *ui)
{
  to_cell (ui, 6, "内容");
  type (ui,
        "区目标绩效事务中心\n一级预算单位\n事业单位\n否\n" UNIT "\n0\n9\n");
  see_cell (ui, 12, "内容", "9");
  go_to (ui, "收入");
  paste (ui, 0, "来源", "income", 0);
  see_total (ui, "决算", "209.95");
  go_to (ui, "支出");
  paste (ui, 0, "功能科目", "expenditure", 0);
  see_total (ui, "决算", "210.03");
  go_to (ui, "结转结余");
  to_cell (ui, 1, "金额");
  type (ui, "0.08\n");
  to_cell (ui, 4, "金额");
  type (ui, "0\n");
  see_cell (ui, 4, "金额", "0.00");
  go_to (ui, "三公");
  paste (ui, 1, "年初预算", "sangong", 1);
  see_total (ui, "上年决算", "1.44");
}

START_TEST (the_first_day_ends_with_the_workbooks)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *written
    = cli_path (home, "2023年度" UNIT "决算公开表.xlsx");
  Ui *ui = ui_start (home, NULL);

  begin_a_year (ui);
  ui_resize (ui, 1900, 1000);
  fill_in (ui);
  go_to (ui, "导出");
  click (ui, "导出(E)");
  see (ui, "打开文件夹");
  ui_quit (ui);
  jh_golden_check (written, "public", 15);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("first-run");
  TCase *first = tcase_create ("first-run");

  tcase_set_timeout (first, 240);
  tcase_add_test (first, the_first_day_ends_with_the_workbooks);
  suite_add_tcase (suite, first);
  return jh_test_run (suite);
}
