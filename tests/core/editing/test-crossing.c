#include "fixture.h"

#include "jh-crossing.h"

#define BUDGET "一般公共预算财政拨款"

/* 2010301 × 30101: two lines; 2010301 × 30201 and 2010302 × 30101: one
 * each. */
#define LINES                                                                \
  "2010301|30101|基本支出|" BUDGET "||||1\n"                                 \
  "2010301|30101|项目支出|" BUDGET "|P1|||2\n"                               \
  "2010302|30101|基本支出|" BUDGET "|||7|4\n"                                \
  "2010301|30201|基本支出|" BUDGET "||||8"

static JhWorksheet *
new_lines (Desk *desk)
{
  JhWorksheet *lines
    = jh_worksheet_new (desk->session, JH_TABLE_EXPENDITURE, NULL);

  paste (lines, 0, 0, LINES);
  return lines;
}

/* Fails unless the crossing shows @expected: cells with blanks between
 * them, rows with /, - for a blank cell. */
static void
assert_shown (JhCrossing *crossing, const char *expected)
{
  JhTableModel *model = JH_TABLE_MODEL (crossing);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint row = 0; row < count_rows (crossing); row++)
    for (guint i = 0; i < jh_table_model_count_columns (model); i++)
      {
        g_autofree char *cell = jh_table_model_dup_typed (model, row, i);
        char *point = strstr (cell, ".00");

        if (point)
          *point = '\0';
        g_string_append_printf (shown, "%s%s", i ? " " : (row ? " / " : ""),
                                *cell ? cell : "-");
      }
  ck_assert_str_eq (shown->str, expected);
}

START_TEST (the_lines_are_summed_where_they_cross)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  g_autoptr (GArray) cell = NULL;
  g_autoptr (GArray) row = NULL;
  JhTableModel *model;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  model = JH_TABLE_MODEL (crossing);
  assert_shown (crossing, "2010301 11 3 8 / 2010302 4 4 -");
  ck_assert_str_eq (jh_table_model_get_column (model, 2)->label,
                    "30101 基本工资");
  ck_assert_str_eq (jh_table_model_get_column (model, 1)->unit, "万元");
  ck_assert_uint_eq (jh_table_model_count_frozen (model), 1);
  assert_cell (crossing, 0, 0, "2010301", "行政运行");
  assert_total (crossing, 0, "共 2 行");
  assert_total (crossing, 1, "15.00");
  assert_total (crossing, 2, "7.00");
  assert_reason (crossing, 0, 2, "这里有 2 笔，到明细里改");
  assert_reason (crossing, 0, 1, "合计");
  assert_reason (crossing, 0, 0, "明细");
  assert_reason (crossing, 0, 3, NULL);
  cell = jh_crossing_list_lines (crossing, 0, 2);
  row = jh_crossing_list_lines (crossing, 0, 1);
  ck_assert_uint_eq (cell->len, 2);
  ck_assert_uint_eq (row->len, 3);
  ck_assert_int_eq (g_array_index (cell, gint64, 0),
                    ROW (&desk, EXPENDITURE, JhRow, 0)->id);
}
END_TEST

/* Filters (NULL: all), the figure, and what is shown. */
static const struct
{
  const char *category;
  const char *fund;
  const char *project;
  JhCrossingMeasure measure;
  const char *shown;
} views[] = {
  { "基本支出", NULL, NULL, JH_CROSSING_ACTUAL,
    "2010301 9 1 8 / 2010302 4 4 -" },
  { NULL, NULL, "P1", JH_CROSSING_ACTUAL, "2010301 2 2" },
  { NULL, NULL, "", JH_CROSSING_FULL_YEAR, "2010301 - - - / 2010302 7 7 -" },
  { NULL, "其他资金", NULL, JH_CROSSING_ACTUAL, "" },
};

START_TEST (filters_choose_the_lines)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  jh_crossing_set_filter (crossing, JH_CROSSING_CATEGORY, views[_i].category);
  jh_crossing_set_filter (crossing, JH_CROSSING_FUND, views[_i].fund);
  jh_crossing_set_filter (crossing, JH_CROSSING_PROJECT, views[_i].project);
  jh_crossing_set_measure (crossing, views[_i].measure);
  assert_shown (crossing, views[_i].shown);
  ck_assert_pstr_eq (jh_crossing_get_filter (crossing, JH_CROSSING_PROJECT),
                     views[_i].project);
  ck_assert_int_eq (jh_crossing_get_measure (crossing), views[_i].measure);
}
END_TEST

START_TEST (a_cell_with_one_line_alters_it)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  g_autofree char *words = NULL;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  type (crossing, 0, 3, "=4+5");
  assert_undo_name (&desk, "修改支出“2010301”这一行的“30201 办公费”");
  assert_cell (lines, 3, 7, "9.00", NULL);
  assert_cell (crossing, 0, 1, "12.00", NULL);
  words = type_told (crossing, 0, 3, "九");
  ck_assert (strstr (words, "没有记进账里"));
  assert_fault (crossing, 0, 3, "九", "九");
  assert_fault (lines, 3, 7, "九", "九");
  assert_cell (crossing, 0, 1, "3.00", NULL);
  type (crossing, 1, 2, "");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 4);
  type (crossing, 0, 3, "");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 3);
  assert_shown (crossing, "2010301 3 3 / 2010302 - -");
  step_back (&desk, TRUE);
  assert_fault (crossing, 0, 3, "九", "九");
}
END_TEST

START_TEST (a_blank_cell_begins_a_line_by_the_filters)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  const JhExpenditure *line;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  assert_reason (crossing, 1, 3, "先选定支出类别");
  jh_crossing_set_filter (crossing, JH_CROSSING_CATEGORY, "基本支出");
  assert_reason (crossing, 1, 3, NULL);
  type (crossing, 1, 3, "6");
  line = ROW (&desk, EXPENDITURE, JhExpenditure, 4);
  ck_assert_str_eq (line->functional, "2010302");
  ck_assert_str_eq (line->economic, "30201");
  ck_assert_str_eq (line->category, "基本支出");
  ck_assert_str_eq (line->fund, BUDGET);
  ck_assert_str_eq (line->project, "");
  ck_assert_int_eq (line->actual.fen, 6000000);
  ck_assert (!line->initial.known);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 5);
}
END_TEST

START_TEST (rows_and_columns_are_added)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  g_autoptr (GError) error = NULL;
  guint column;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  jh_crossing_set_filter (crossing, JH_CROSSING_CATEGORY, "基本支出");
  ck_assert (
    jh_crossing_add_column (crossing, "住房公积金", &column, &error));
  ck_assert_uint_eq (column, 4);
  ck_assert (jh_crossing_add_column (crossing, "30101", &column, &error));
  ck_assert_uint_eq (column, 2);
  ck_assert (!jh_crossing_add_column (crossing, "乱写", &column, &error));
  jh_assert_error (error, JH_ERROR_DATA, "乱写");
  assert_reason (crossing, 2, 3, "功能科目");
  type (crossing, 2, 0, "2010103 机关服务");
  ck_assert_uint_eq (count_rows (crossing), 3);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 4);
  type (crossing, 2, 4, "5");
  assert_shown (crossing,
                "2010301 9 1 8 - / 2010302 4 4 - - / 2010103 5 - - 5");
  type (crossing, 3, 0, "2010302");
  ck_assert_uint_eq (count_rows (crossing), 3);
  type (crossing, 3, 0, "乱写");
  assert_fault (crossing, 3, 0, "乱写", "乱写");
  assert_reason (crossing, 3, 2, "功能科目改对");
  type (crossing, 3, 0, "2010302");
  assert_fault (crossing, 3, 0, "2010302", "与第 2 行重复");
  type (crossing, 3, 0, "");
  ck_assert_uint_eq (count_rows (crossing), 3);
}
END_TEST

START_TEST (a_block_is_pasted_over_the_crossing)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  jh_crossing_set_filter (crossing, JH_CROSSING_CATEGORY, "基本支出");
  put (crossing, JH_VERB_PASTE, 2, 0,
       "2010303|9|4|5\n2010302|3|1|2\n合计|12|5|7", &report);
  assert_shown (crossing, "2010301 9 1 8 / 2010302 3 1 2 / 2010303 9 4 5");
  ck_assert_uint_eq (report.left_out, 1);
  ck_assert (strstr (report.words, "一致"));
  assert_undo_name (&desk, "粘贴支出 5 格");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 7);
  jh_table_report_clear (&report);
  jh_crossing_set_filter (crossing, JH_CROSSING_CATEGORY, NULL);
  put (crossing, JH_VERB_FILL, 0, 2, "1\n1", &report);
  ck_assert_uint_eq (report.refused, 1);
  ck_assert_uint_eq (report.changed, 0);
}
END_TEST

START_TEST (a_locked_crossing_refuses)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  set_state (desk.store, jh_session_get_filing (desk.session), "锁定", TRUE);
  ck_assert (!jh_table_model_type (JH_TABLE_MODEL (crossing), 0, 3, "5",
                                   &report, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
  assert_cell (crossing, 0, 3, "8.00", NULL);
  ck_assert (jh_session_reload (desk.session, NULL));
  assert_reason (crossing, 0, 3, "锁定");
  assert_reason (crossing, 2, 0, "锁定");
}
END_TEST

static void
count_cb (guint *count)
{
  ++*count;
}

START_TEST (it_follows_the_lines_and_the_unit)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) lines = NULL;
  g_autoptr (JhCrossing) crossing = NULL;
  guint columns = 0;
  guint rows = 0;

  new_desk (&desk);
  lines = new_lines (&desk);
  crossing = jh_crossing_new (desk.session);
  g_signal_connect_swapped (crossing, "columns-changed",
                            G_CALLBACK (count_cb), &columns);
  g_signal_connect_swapped (crossing, "items-changed", G_CALLBACK (count_cb),
                            &rows);
  type (lines, 0, 7, "1.5");
  ck_assert_uint_eq (columns, 0);
  ck_assert_uint_eq (rows, 0);
  assert_cell (crossing, 0, 2, "3.50", NULL);
  type (lines, 3, 1, "30113");
  ck_assert_uint_eq (columns, 1);
  assert_shown (crossing, "2010301 11.50 3.50 8 / 2010302 4 4 -");
  type (lines, 2, 0, "2010103");
  ck_assert_uint_eq (rows, 1);
  jh_session_set_unit (desk.session, JH_MONEY_YUAN);
  ck_assert_uint_eq (columns, 2);
  assert_cell (crossing, 1, 2, "35,000.00", NULL);
  ck_assert_str_eq (
    jh_table_model_get_column (JH_TABLE_MODEL (crossing), 2)->unit, "元");
  type (lines, 4, 7, "没填完");
  assert_total (crossing, 1, "155,000.00");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("crossing");
  TCase *tcase = tcase_create ("crossing");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_lines_are_summed_where_they_cross);
  tcase_add_loop_test (tcase, filters_choose_the_lines, 0,
                       G_N_ELEMENTS (views));
  tcase_add_test (tcase, a_cell_with_one_line_alters_it);
  tcase_add_test (tcase, a_blank_cell_begins_a_line_by_the_filters);
  tcase_add_test (tcase, rows_and_columns_are_added);
  tcase_add_test (tcase, a_block_is_pasted_over_the_crossing);
  tcase_add_test (tcase, a_locked_crossing_refuses);
  tcase_add_test (tcase, it_follows_the_lines_and_the_unit);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
