#include "fixture.h"

/* The columns of 支出. */
enum
{
  FUNCTIONAL,
  ECONOMIC,
  CATEGORY,
  FUND,
  PROJECT,
  INITIAL,
  FULL_YEAR,
  ACTUAL,
};

#define FUND_NAME "一般公共预算财政拨款"
#define LINE "2010301|30101|基本支出|" FUND_NAME "||1|2|3.5"

static JhWorksheet *
new_sheet (Desk *desk)
{
  return jh_worksheet_new (desk->session, JH_TABLE_EXPENDITURE, NULL);
}

START_TEST (a_row_enters_the_books_when_it_is_whole)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  type (sheet, 0, FUNCTIONAL, "2010301");
  type (sheet, 0, ECONOMIC, "30101");
  type (sheet, 0, ACTUAL, "=1200+350");
  ck_assert_uint_eq (count_rows (sheet), 1);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 0);
  assert_cell (sheet, 0, FUNCTIONAL, "2010301", "行政运行");
  assert_cell (sheet, 0, ACTUAL, "1,550.00", NULL);
  assert_cell (sheet, 0, FUND, "", "待填");
  assert_total (sheet, ACTUAL, "");
  type (sheet, 0, CATEGORY, "基本支出");
  type (sheet, 0, FUND, FUND_NAME);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 1);
  ck_assert_int_eq (ROW (&desk, EXPENDITURE, JhExpenditure, 0)->actual.fen,
                    155000 * G_GINT64_CONSTANT (10000));
  assert_total (sheet, ACTUAL, "1,550.00");
  assert_total (sheet, FUNCTIONAL, "共 1 行");
}
END_TEST

START_TEST (an_unfinished_row_outlives_the_program)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  type (sheet, 0, ACTUAL, "12.5");
  type (sheet, 0, FUND, "哪里来的");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  ck_assert_uint_eq (count_rows (sheet), 1);
  assert_cell (sheet, 0, ACTUAL, "12.50", NULL);
  assert_fault (sheet, 0, FUND, "哪里来的", "应为其中之一");
  ck_assert_int_lt (jh_table_model_get_key (JH_TABLE_MODEL (sheet), 0), 0);
  paste (sheet, 0, 0, LINE);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 1);
}
END_TEST

/* What is typed where, what is shown for it, and what is said. */
static const struct
{
  guint column;
  const char *typed;
  const char *shown;
  const char *note;
  const char *fault;
} cells[] = {
  { FUNCTIONAL, "２０１０３０１", "2010301", "行政运行", NULL },
  { FUNCTIONAL, "2013150 信访业务", "2013150", NULL, NULL },
  { FUNCTIONAL, "9999999", "9999999", "当年没有这个科目", NULL },
  { FUNCTIONAL, "abc", "abc", NULL, "abc" },
  { FUNCTIONAL, "12.5", "12.5", NULL, "12.5" },
  { FUNCTIONAL, "", "", NULL, "不能为空" },
  { ECONOMIC, "住房公积金", "30113", "住房公积金", NULL },
  { ECONOMIC, "29999", "29999", "当年没有这个科目", NULL },
  { CATEGORY, "项目支出", "项目支出", NULL, NULL },
  { CATEGORY, "别的", "别的", NULL, "应为其中之一" },
  { PROJECT, "P9", "P9", "没有这个项目", NULL },
  { ACTUAL, "1234.5", "1,234.50", NULL, NULL },
  { ACTUAL, "-1234567.123456", "-1,234,567.123456", NULL, NULL },
  { ACTUAL, "12345元", "1.2345", NULL, NULL },
  { ACTUAL, "0.5万元", "0.50", NULL, NULL },
  { ACTUAL, "0", "0.00", NULL, NULL },
  { ACTUAL, "=1/3", "0.333333", NULL, NULL },
  { ACTUAL, "", "", NULL, NULL },
  { ACTUAL, "12.3x", "12.3x", NULL, "12.3x" },
  { ACTUAL, "0.0000001", "0.0000001", NULL, "小数" },
  { ACTUAL, "=1+", "=1+", NULL, "没有写完" },
};

START_TEST (a_cell_shows_what_was_typed_or_why_not)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE);
  type (sheet, 0, cells[_i].column, cells[_i].typed);
  if (cells[_i].fault)
    assert_fault (sheet, 0, cells[_i].column, cells[_i].shown,
                  cells[_i].fault);
  else
    assert_cell (sheet, 0, cells[_i].column, cells[_i].shown, cells[_i].note);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 1);
}
END_TEST

START_TEST (writing_back_what_is_edited_changes_nothing)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE);
  type (sheet, 0, cells[_i].column, cells[_i].typed);
  typed
    = jh_table_model_dup_typed (JH_TABLE_MODEL (sheet), 0, cells[_i].column);
  ck_assert (jh_table_model_type (JH_TABLE_MODEL (sheet), 0, cells[_i].column,
                                  typed, &report, &error));
  ck_assert_uint_eq (report.changed, 0);
  ck_assert_uint_eq (report.faulty, cells[_i].fault != NULL);
}
END_TEST

START_TEST (a_wrong_figure_leaves_no_old_one_in_the_books)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autofree char *words = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE);
  words = type_told (sheet, 0, ACTUAL, "3.5.5");
  ck_assert_msg (g_str_has_prefix (words, "第 1 行“决算”没有记进账里"), "%s",
                 words);
  ck_assert (!ROW (&desk, EXPENDITURE, JhExpenditure, 0)->actual.known);
  assert_total (sheet, ACTUAL, "");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  assert_fault (sheet, 0, ACTUAL, "3.5.5", "3.5.5");
  type (sheet, 0, ACTUAL, "3.55");
  assert_cell (sheet, 0, ACTUAL, "3.55", NULL);
  restart (&desk);
  ck_assert_int_eq (ROW (&desk, EXPENDITURE, JhExpenditure, 0)->actual.fen,
                    3550000);
}
END_TEST

START_TEST (what_the_books_cannot_do_without_stays_until_it_is_mended)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE);
  type (sheet, 0, FUND, "别的");
  type (sheet, 0, FUNCTIONAL, "");
  assert_fault (sheet, 0, FUND, "别的", "应为其中之一");
  assert_fault (sheet, 0, FUNCTIONAL, "", "不能为空");
  ck_assert_str_eq (ROW (&desk, EXPENDITURE, JhExpenditure, 0)->fund,
                    FUND_NAME);
  ck_assert_str_eq (ROW (&desk, EXPENDITURE, JhExpenditure, 0)->functional,
                    "2010301");
}
END_TEST

START_TEST (a_draft_means_the_same_amount_in_another_unit)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  type (sheet, 0, INITIAL, "1.5");
  type (sheet, 0, ACTUAL, "0.0000001");
  jh_session_set_unit (desk.session, JH_MONEY_YUAN);
  assert_cell (sheet, 0, INITIAL, "15,000.00", NULL);
  assert_fault (sheet, 0, ACTUAL, "0.0000001万元", "小数");
  ck_assert_str_eq (
    jh_table_model_get_column (JH_TABLE_MODEL (sheet), ACTUAL)->unit, "元");
  g_clear_object (&sheet);
  restart (&desk);
  jh_session_set_unit (desk.session, JH_MONEY_YUAN);
  sheet = new_sheet (&desk);
  assert_cell (sheet, 0, INITIAL, "15,000.00", NULL);
  jh_session_set_unit (desk.session, JH_MONEY_WAN);
  assert_cell (sheet, 0, INITIAL, "1.50", NULL);
  assert_fault (sheet, 0, ACTUAL, "0.0000001", "小数");
}
END_TEST

START_TEST (a_row_that_is_emptied_leaves_the_books)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE "\n" LINE);
  put (sheet, JH_VERB_CLEAR, 0, 0, "|||||||", &report);
  ck_assert_uint_eq (count_rows (sheet), 2);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 1);
  assert_undo_name (&desk, "清除支出 7 格");
  paste (sheet, 0, 0, LINE);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 2);
  step_back (&desk, TRUE);
  step_back (&desk, TRUE);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 2);
  ck_assert_uint_eq (count_rows (sheet), 2);
}
END_TEST

START_TEST (changes_have_names)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  const guint rows[] = { 0, 1 };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE "\n" LINE "\n" LINE);
  assert_undo_name (&desk, "粘贴支出 21 格");
  type (sheet, 2, ACTUAL, "7");
  assert_undo_name (&desk, "修改支出第 3 行“决算”");
  put (sheet, JH_VERB_FILL, 0, INITIAL, "9\n9\n9", &report);
  assert_undo_name (&desk, "填充支出 3 格");
  ck_assert_str_eq (report.words, "");
  ck_assert (
    jh_table_model_remove_rows (JH_TABLE_MODEL (sheet), rows, 2, NULL));
  assert_undo_name (&desk, "删除支出 2 行");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 1);
  assert_cell (sheet, 0, ACTUAL, "7.00", NULL);
  ck_assert (jh_table_model_insert_rows (JH_TABLE_MODEL (sheet), 0, 2, NULL));
  assert_undo_name (&desk, "在支出里插入 2 行");
}
END_TEST

START_TEST (an_entry_is_found_by_its_id_and_field)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  guint row = 9, column = 9;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, LINE "\n" LINE);
  ck_assert (jh_worksheet_find_entry (
    sheet, ROW (&desk, EXPENDITURE, JhRow, 1)->id, "actual", &row, &column));
  ck_assert_uint_eq (row, 1);
  ck_assert_uint_eq (column, ACTUAL);
  type (sheet, 2, ACTUAL, "5");
  ck_assert (jh_worksheet_find_entry (sheet, -1, "", &row, &column));
  ck_assert_uint_eq (row, 2);
  ck_assert_uint_eq (column, 0);
  ck_assert (!jh_worksheet_find_entry (sheet, 999, "actual", &row, &column));
}
END_TEST

START_TEST (only_the_columns_asked_for_are_shown)
{
  static const char *const fields[] = { "actual", "functional", NULL };
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  JhTableModel *model;

  new_desk (&desk);
  sheet = jh_worksheet_new (desk.session, JH_TABLE_EXPENDITURE, fields);
  model = JH_TABLE_MODEL (sheet);
  jh_worksheet_describe (sheet, "functional", NULL, "7 位数字");
  ck_assert_uint_eq (jh_table_model_count_columns (model), 2);
  ck_assert_str_eq (jh_table_model_get_column (model, 0)->label, "决算");
  ck_assert_str_eq (jh_table_model_get_column (model, 0)->unit, "万元");
  ck_assert_str_eq (jh_table_model_get_column (model, 1)->help, "7 位数字");
  ck_assert_int_eq (jh_table_model_get_column (model, 1)->kind,
                    JH_COLUMN_CODE);
  ck_assert (jh_table_model_get_column (model, 1)->required);
}
END_TEST

START_TEST (cells_are_completed)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GPtrArray) funds = NULL;
  g_autoptr (GPtrArray) none = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  codes = jh_table_model_complete (JH_TABLE_MODEL (sheet), 0, ECONOMIC,
                                   "zfgjj", 10);
  ck_assert_uint_ge (codes->len, 1);
  ck_assert_str_eq (((JhSuggestion *) codes->pdata[0])->text, "30113");
  ck_assert_str_eq (((JhSuggestion *) codes->pdata[0])->label,
                    "30113 住房公积金");
  funds = jh_table_model_complete (JH_TABLE_MODEL (sheet), 0, FUND, "", 3);
  ck_assert_uint_eq (funds->len, 3);
  none = jh_table_model_complete (JH_TABLE_MODEL (sheet), 0, ACTUAL, "1", 3);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worksheet");
  TCase *tcase = tcase_create ("worksheet");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_row_enters_the_books_when_it_is_whole);
  tcase_add_test (tcase, an_unfinished_row_outlives_the_program);
  tcase_add_loop_test (tcase, a_cell_shows_what_was_typed_or_why_not, 0,
                       G_N_ELEMENTS (cells));
  tcase_add_loop_test (tcase, writing_back_what_is_edited_changes_nothing, 0,
                       G_N_ELEMENTS (cells));
  tcase_add_test (tcase, a_wrong_figure_leaves_no_old_one_in_the_books);
  tcase_add_test (tcase,
                  what_the_books_cannot_do_without_stays_until_it_is_mended);
  tcase_add_test (tcase, a_draft_means_the_same_amount_in_another_unit);
  tcase_add_test (tcase, a_row_that_is_emptied_leaves_the_books);
  tcase_add_test (tcase, changes_have_names);
  tcase_add_test (tcase, an_entry_is_found_by_its_id_and_field);
  tcase_add_test (tcase, only_the_columns_asked_for_are_shown);
  tcase_add_test (tcase, cells_are_completed);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
