#include "fixture.h"

#include "jh-fixed-sheet.h"

static JhFixedSheet *
new_sheet (Desk *desk, JhTableId table)
{
  return jh_fixed_sheet_new (
    desk->session, table, NULL,
    jh_fixed_sheet_list_presets (desk->session, table), TRUE);
}

START_TEST (every_row_is_shown_and_kept_while_something_stands_in_it)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFixedSheet) sheet = NULL;
  JhTableModel *model;

  new_desk (&desk);
  sheet = new_sheet (&desk, JH_TABLE_SANGONG);
  model = JH_TABLE_MODEL (sheet);
  ck_assert_uint_eq (count_rows (sheet), 5);
  ck_assert_uint_eq (jh_table_model_count_rows (model), 5);
  ck_assert (!jh_table_model_grows (model));
  ck_assert (!jh_table_model_has_free_rows (model));
  ck_assert (!jh_table_model_can_sort (model));
  ck_assert (jh_table_model_has_totals (model));
  assert_cell (sheet, 3, 0, "国内公务接待费", NULL);
  assert_reason (sheet, 3, 0, "固定");
  assert_reason (sheet, 3, 3, NULL);
  assert_rows (&desk, JH_TABLE_SANGONG, 0);
  type (sheet, 3, 3, "1.6");
  assert_undo_name (&desk, "修改“三公”经费“国内公务接待费”的“决算”");
  type (sheet, 0, 3, "0");
  assert_rows (&desk, JH_TABLE_SANGONG, 2);
  assert_total (sheet, 3, "1.60");
  type (sheet, 3, 3, "");
  assert_rows (&desk, JH_TABLE_SANGONG, 1);
  ck_assert_uint_eq (count_rows (sheet), 5);
  step_back (&desk, TRUE);
  assert_cell (sheet, 3, 3, "1.60", NULL);
  assert_cell (sheet, 0, 3, "0.00", NULL);
}
END_TEST

START_TEST (a_wrong_cell_stays_in_its_row)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFixedSheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk, JH_TABLE_SANGONG);
  type (sheet, 2, 1, "五万");
  type (sheet, 4, 1, "3");
  type (sheet, 4, 1, "三万");
  assert_rows (&desk, JH_TABLE_SANGONG, 0);
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk, JH_TABLE_SANGONG);
  ck_assert_uint_eq (count_rows (sheet), 5);
  assert_fault (sheet, 2, 1, "五万", "五万");
  assert_fault (sheet, 4, 1, "三万", "三万");
  type (sheet, 2, 1, "");
  type (sheet, 4, 1, "3");
  assert_rows (&desk, JH_TABLE_SANGONG, 1);
  assert_cell (sheet, 2, 1, "", NULL);
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk, JH_TABLE_SANGONG);
  assert_cell (sheet, 2, 1, "", NULL);
  assert_cell (sheet, 4, 1, "3.00", NULL);
}
END_TEST

START_TEST (rows_that_the_books_have_besides_go_when_they_are_emptied)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) free_rows = NULL;
  g_autoptr (JhFixedSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  free_rows = jh_worksheet_new (desk.session, JH_TABLE_CARRYOVER, NULL);
  sheet = new_sheet (&desk, JH_TABLE_CARRYOVER);
  ck_assert_uint_eq (count_rows (sheet), 16);
  paste (free_rows, 0, 0,
         "其他资金|年初结转和结余|1\n其他资金|年初结转和结余|2");
  ck_assert_uint_eq (count_rows (sheet), 17);
  assert_cell (sheet, 12, 2, "1.00", NULL);
  assert_cell (sheet, 16, 2, "2.00", NULL);
  assert_reason (sheet, 16, 0, NULL);
  put (sheet, JH_VERB_CLEAR, 16, 0, "||", &report);
  ck_assert_uint_eq (count_rows (sheet), 16);
  assert_rows (&desk, JH_TABLE_CARRYOVER, 1);
  ck_assert_uint_eq (count_rows (free_rows), 1);
}
END_TEST

START_TEST (a_paste_over_names_leaves_them_alone)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFixedSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  sheet = new_sheet (&desk, JH_TABLE_SANGONG);
  put (sheet, JH_VERB_PASTE, 3, 0,
       "国内公务接待费|1|2|3|4\n外事接待费|5|6|7|8\n合计|6|8|10|12", &report);
  ck_assert_uint_eq (report.changed, 8);
  ck_assert_uint_eq (report.left_out, 1);
  ck_assert_uint_eq (report.refused, 0);
  jh_table_report_clear (&report);
  put (sheet, JH_VERB_PASTE, 3, 0, "别的项目|1\n|5\n多一行|9", &report);
  ck_assert_uint_eq (report.refused, 4);
  assert_cell (sheet, 3, 0, "国内公务接待费", NULL);
  assert_rows (&desk, JH_TABLE_SANGONG, 2);
}
END_TEST

START_TEST (a_locked_fixed_sheet_refuses)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFixedSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk, JH_TABLE_SANGONG);
  ck_assert (
    !jh_table_model_insert_rows (JH_TABLE_MODEL (sheet), 0, 1, &error));
  jh_assert_error (error, JH_ERROR_USAGE, "固定");
  set_state (desk.store, jh_session_get_filing (desk.session), "锁定", TRUE);
  ck_assert (jh_session_reload (desk.session, NULL));
  ck_assert (!jh_table_model_type (JH_TABLE_MODEL (sheet), 0, 1, "1", &report,
                                   &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
  assert_reason (sheet, 0, 1, "锁定");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fixed-sheet");
  TCase *tcase = tcase_create ("fixed");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase,
                  every_row_is_shown_and_kept_while_something_stands_in_it);
  tcase_add_test (tcase, a_wrong_cell_stays_in_its_row);
  tcase_add_test (tcase,
                  rows_that_the_books_have_besides_go_when_they_are_emptied);
  tcase_add_test (tcase, a_paste_over_names_leaves_them_alone);
  tcase_add_test (tcase, a_locked_fixed_sheet_refuses);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
