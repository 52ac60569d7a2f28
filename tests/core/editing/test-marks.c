/* Cells are marked by what the checks find in them, and tables to fill in
 * show it. */
#include "jh-marks.h"

#include "fixture.h"
#include "jh-crossing.h"
#include "jh-finding.h"
#include "jh-worksheet.h"

/* A finding of @severity mended at the row @row of income, found from @n
 * cells: 决算 of the rows 101, 102, … */
static JhFinding *
make_finding (JhSeverity severity, gint64 row, guint n)
{
  JhFinding *finding
    = jh_finding_new ("B01", severity, "", "第 %d 行不对", (int) row);

  jh_finding_set_place (finding, "income", row, "actual");
  for (guint i = 1; i <= n; i++)
    {
      JhFindingCell *cell = jh_finding_add_cell (finding);

      g_free (cell->table);
      g_free (cell->field);
      cell->table = g_strdup ("income");
      cell->row = 100 + i;
      cell->field = g_strdup ("actual");
    }
  return finding;
}

static void
assert_mark (const JhMarks *marks, gint64 row, JhTableMark mark,
             const char *words)
{
  JhMark found = { JH_MARK_NONE, NULL };

  jh_marks_find (marks, "income", row, "actual", &found);
  ck_assert_int_eq (found.mark, mark);
  ck_assert_pstr_eq (found.words, words);
}

START_TEST (a_finding_marks_where_it_is_mended_and_what_it_read)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhMarks) marks = NULL;

  g_ptr_array_add (findings, make_finding (JH_SEVERITY_ERROR, 1, 2));
  marks = jh_marks_new (findings);
  assert_mark (marks, 1, JH_MARK_ERROR, "错误 B01：第 1 行不对");
  assert_mark (marks, 101, JH_MARK_ERROR, "错误 B01：第 1 行不对");
  assert_mark (marks, 102, JH_MARK_ERROR, "错误 B01：第 1 行不对");
  assert_mark (marks, 103, JH_MARK_NONE, NULL);
  ck_assert_uint_eq (jh_marks_count (marks), 3);
}
END_TEST

START_TEST (a_sum_over_a_table_does_not_mark_the_table)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhMarks) marks = NULL;

  g_ptr_array_add (
    findings, make_finding (JH_SEVERITY_ERROR, 1, JH_MARKS_READ_MOST + 1));
  g_ptr_array_add (findings,
                   make_finding (JH_SEVERITY_WARNING, 2, JH_MARKS_READ_MOST));
  marks = jh_marks_new (findings);
  ck_assert_uint_eq (jh_marks_count (marks), 2 + JH_MARKS_READ_MOST);
  assert_mark (marks, 101, JH_MARK_WARNING, "警告 B01：第 2 行不对");
}
END_TEST

START_TEST (the_worst_comes_first_and_the_rest_is_counted)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhMarks) marks = NULL;

  for (int i = 0; i < 4; i++)
    g_ptr_array_add (findings, make_finding (JH_SEVERITY_WARNING, 101, 1));
  g_ptr_array_add (findings, make_finding (JH_SEVERITY_ERROR, 101, 1));
  marks = jh_marks_new (findings);
  ck_assert_uint_eq (jh_marks_count (marks), 1);
  assert_mark (marks, 101, JH_MARK_ERROR,
               "错误 B01：第 101 行不对\n警告 B01：第 101 行不对\n"
               "警告 B01：第 101 行不对\n还有 2 处");
}
END_TEST

START_TEST (what_is_accepted_or_only_told_marks_nothing)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhMarks) marks = NULL;

  g_ptr_array_add (findings, make_finding (JH_SEVERITY_NOTICE, 1, 0));
  g_ptr_array_add (findings, make_finding (JH_SEVERITY_WARNING, 2, 0));
  jh_finding_set_waiver (findings->pdata[1], JH_WAIVER_HOLDS, "好", "经办",
                         "");
  g_ptr_array_add (findings, make_finding (JH_SEVERITY_ERROR, 0, 0));
  marks = jh_marks_new (findings);
  ck_assert_uint_eq (jh_marks_count (marks), 0);
  assert_mark (marks, 0, JH_MARK_NONE, NULL);
  assert_mark (NULL, 1, JH_MARK_NONE, NULL);
}
END_TEST

/* Says that the checks find a mistake in 决算 of the row @row of @table. */
static void
mark_row (Desk *desk, const char *table, gint64 row, JhSeverity severity)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhMarks) marks = NULL;
  JhFinding *finding = make_finding (severity, row, 0);

  jh_finding_set_place (finding, table, row, "actual");
  g_ptr_array_add (findings, finding);
  marks = jh_marks_new (findings);
  jh_session_set_marks (desk->session, marks);
}

static JhTableMark
get_mark (gpointer model, guint row, guint column)
{
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (JH_TABLE_MODEL (model), row, column, &cell);
  ck_assert_int_eq (cell.mark != JH_MARK_NONE, cell.remark != NULL);
  return cell.mark;
}

static void
count_cb (JhTableModel *model, guint first, guint n, guint *count)
{
  *count += 1;
}

START_TEST (a_table_shows_its_marks_and_says_when_they_change)
{
  static const char *const fields[]
    = { "source", "functional", "actual", NULL };
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  guint told = 0;

  new_desk (&desk);
  sheet = jh_worksheet_new (desk.session, JH_TABLE_INCOME, fields);
  paste (sheet, 0, 0,
         "一般公共预算财政拨款|2013150|1\n一般公共预算财政拨款|2080505|2");
  ck_assert_int_eq (get_mark (sheet, 1, 2), JH_MARK_NONE);
  g_signal_connect (sheet, "cells-changed", G_CALLBACK (count_cb), &told);
  mark_row (&desk, "income", ROW (&desk, INCOME, JhRow, 1)->id,
            JH_SEVERITY_WARNING);
  ck_assert_uint_eq (told, 1);
  ck_assert_int_eq (get_mark (sheet, 1, 2), JH_MARK_WARNING);
  ck_assert_int_eq (get_mark (sheet, 1, 1), JH_MARK_NONE);
  ck_assert_int_eq (get_mark (sheet, 0, 2), JH_MARK_NONE);
  jh_session_set_marks (desk.session, NULL);
  ck_assert_int_eq (get_mark (sheet, 1, 2), JH_MARK_NONE);
}
END_TEST

START_TEST (a_crossing_is_marked_by_the_lines_behind_it)
{
  static const char *const fields[]
    = { "functional", "economic", "category", "fund", "actual", NULL };
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;

  new_desk (&desk);
  lines = jh_worksheet_new (desk.session, JH_TABLE_EXPENDITURE, fields);
  paste (lines, 0, 0,
         "2013150|30101|基本支出|一般公共预算财政拨款|1\n"
         "2013150|30101|项目支出|一般公共预算财政拨款|2\n"
         "2013150|30102|基本支出|一般公共预算财政拨款|3");
  crossing = jh_crossing_new (desk.session);
  mark_row (&desk, "expenditure", ROW (&desk, EXPENDITURE, JhRow, 1)->id,
            JH_SEVERITY_ERROR);
  ck_assert_int_eq (get_mark (crossing, 0, 2), JH_MARK_ERROR);
  ck_assert_int_eq (get_mark (crossing, 0, 3), JH_MARK_NONE);
  jh_crossing_set_measure (crossing, JH_CROSSING_INITIAL);
  ck_assert_int_eq (get_mark (crossing, 0, 2), JH_MARK_NONE);
}
END_TEST

START_TEST (a_cell_of_a_sheet_is_marked_by_its_keys)
{
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhMarks) marks = NULL;
  g_autoptr (JhGrid) grid = jh_grid_new (2, 2);
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GArray) nothing = jh_marks_list_cells (NULL, grid);
  JhFinding *finding = make_finding (JH_SEVERITY_WARNING, 0, 0);
  JhFindingCell *cell = jh_finding_add_cell (finding);
  JhMark found;

  cell->sheet = g_strdup ("公开01");
  cell->row_key = g_strdup ("支/总计");
  cell->column_key = g_strdup ("决算数");
  g_ptr_array_add (findings, finding);
  marks = jh_marks_new (findings);
  g_free (grid->name);
  grid->name = g_strdup ("公开01");
  jh_grid_set_row_key (grid, 1, 0, 2, "支/总计");
  jh_grid_set_column_key (grid, 1, 0, "年初预算数");
  jh_grid_set_column_key (grid, 1, 1, "决算数");
  cells = jh_marks_list_cells (marks, grid);
  ck_assert_uint_eq (cells->len, 1);
  ck_assert_uint_eq (g_array_index (cells, JhMarkedCell, 0).place.row, 1);
  ck_assert_uint_eq (g_array_index (cells, JhMarkedCell, 0).place.column, 1);
  ck_assert (jh_marks_find_cell (marks, grid, (JhGridPlace){ 1, 1 }, &found));
  ck_assert_int_eq (found.mark, JH_MARK_WARNING);
  ck_assert (
    !jh_marks_find_cell (marks, grid, (JhGridPlace){ 0, 1 }, &found));
  ck_assert_uint_eq (nothing->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("marks");
  TCase *all = tcase_create ("marks");

  tcase_add_test (all, a_finding_marks_where_it_is_mended_and_what_it_read);
  tcase_add_test (all, a_sum_over_a_table_does_not_mark_the_table);
  tcase_add_test (all, the_worst_comes_first_and_the_rest_is_counted);
  tcase_add_test (all, what_is_accepted_or_only_told_marks_nothing);
  tcase_add_test (all, a_table_shows_its_marks_and_says_when_they_change);
  tcase_add_test (all, a_cell_of_a_sheet_is_marked_by_its_keys);
  tcase_add_test (all, a_crossing_is_marked_by_the_lines_behind_it);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
