#include "fixture.h"

#define FUND_NAME "一般公共预算财政拨款"
#define ROW_OF(functional, amount)                                           \
  functional "|30101|基本支出|" FUND_NAME "||||" amount

static JhWorksheet *
new_sheet (Desk *desk)
{
  return jh_worksheet_new (desk->session, JH_TABLE_EXPENDITURE, NULL);
}

/* What is pasted, how many rows are entries and left out, and what is
 * told. */
static const struct
{
  const char *pasted;
  guint entered;
  guint left_out;
  const char *told;
} pastes[] = {
  { ROW_OF ("2010301", "1.05") "\n" ROW_OF ("2010302", "2"), 2, 0,
    "粘贴后改了 10 格。" },
  { ROW_OF ("2010301", "1.05") "\n" ROW_OF ("2010302",
                                            "2") "\n合计|||||||3.05",
    2, 1, "第 3 行是合计，没有粘贴，与各行相加一致。" },
  { "合　计：|||||||3.05\n" ROW_OF ("2010301", "1.05") "\n" ROW_OF ("2010302",
                                                                    "2"),
    2, 1, "第 1 行是合计，没有粘贴，与各行相加一致。" },
  { ROW_OF ("2010301", "1.05") "\n" ROW_OF ("2010302",
                                            "2") "\n本年支出合计|||||||3.15",
    2, 1,
    "第 3 行是合计，没有粘贴；它写的决算是 3.15，"
    "粘贴的各行相加是 3.05，相差 0.10。" },
  { ROW_OF ("2010301", "1") "\n" ROW_OF (
      "2010302", "2") "\n小计|||||||3\n" ROW_OF ("2010301",
                                                 "4") "\n小计|||||||5\n"
                                                      "总计|||||||7",
    3, 3,
    "第 5 行是合计，没有粘贴；它写的决算是 5.00，"
    "粘贴的各行相加是 4.00，相差 1.00。" },
  { ROW_OF ("2010301", "1") "\n" ROW_OF ("2010302", "2") "\n|||||||3\n", 2, 1,
    "第 3 行是合计，没有粘贴，与各行相加一致。" },
  { ROW_OF ("2010301", "1") "\n" ROW_OF ("2010302", "2") "\n|||||||4", 2, 0,
    "有 1 行还没有填全" },
  { ROW_OF ("2010301", "1") "\n\n\n" ROW_OF ("2010302", "2x"), 2, 0,
    "第 2 行“决算”没有记进账里：金额（万元）“2x”" },
  { ROW_OF ("行不行", "1y") "\n" ROW_OF ("2010302", "2x"), 1, 0,
    "有 3 格不对，标了出来，没有记进账里，第一处是第 1 行“功能科目”：" },
  { "合计|||||||1", 0, 1, "第 1 行是合计，没有粘贴" },
  { ROW_OF ("2010301", "1") "|多出来的", 1, 0, "有 1 格在这里不能改" },
};

START_TEST (a_paste_takes_entries_and_leaves_totals)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  put (sheet, JH_VERB_PASTE, 0, 0, pastes[_i].pasted, &report);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, pastes[_i].entered);
  ck_assert_uint_eq (report.left_out, pastes[_i].left_out);
  ck_assert_msg (strstr (report.words, pastes[_i].told) != NULL, "%s",
                 report.words);
}
END_TEST

START_TEST (a_total_that_is_typed_is_no_entry_but_a_fault)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  type (sheet, 0, 0, "合计");
  assert_fault (sheet, 0, 0, "合计", "合计");
}
END_TEST

START_TEST (a_paste_is_undone_and_done_again_as_one)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, ROW_OF ("2010301", "1"));
  paste (sheet, 0, 0,
         ROW_OF ("2010302",
                 "x") "\n" ROW_OF ("哎", "2") "\n" ROW_OF ("2010303", "3"));
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  ck_assert_uint_eq (count_rows (sheet), 3);
  step_back (&desk, TRUE);
  ck_assert_uint_eq (count_rows (sheet), 1);
  assert_cell (sheet, 0, 0, "2010301", NULL);
  assert_cell (sheet, 0, 7, "1.00", NULL);
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  step_back (&desk, FALSE);
  ck_assert_uint_eq (count_rows (sheet), 3);
  assert_fault (sheet, 0, 7, "x", "x");
  assert_fault (sheet, 1, 0, "哎", "哎");
  assert_cell (sheet, 2, 7, "3.00", NULL);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 2);
}
END_TEST

START_TEST (cells_that_are_not_pasted_stay)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, ROW_OF ("2010301", "1") "\n" ROW_OF ("2010302", "2"));
  put (sheet, JH_VERB_PASTE, 0, 6, "~|8\n9|~", &report);
  ck_assert_uint_eq (report.changed, 2);
  assert_cell (sheet, 0, 6, "", NULL);
  assert_cell (sheet, 0, 7, "8.00", NULL);
  assert_cell (sheet, 1, 6, "9.00", NULL);
  assert_cell (sheet, 1, 7, "2.00", NULL);
}
END_TEST

/* A block of @count lines that are right. */
static JhTableBlock *
make_lines (guint count)
{
  static const char *const cells[]
    = { "2010301", "30101", "基本支出", FUND_NAME, "", "1", "2" };
  JhTableBlock *block = jh_table_block_new (0, 0, count, 8);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%u.5", i);

      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        jh_table_block_set (block, i, k, cells[k]);
      jh_table_block_set (block, i, 7, amount);
    }
  return block;
}

START_TEST (a_table_takes_as_many_rows_as_it_may_have)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhTableBlock) block = make_lines (JH_LINES_MAX);
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  JhTableModel *model;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  model = JH_TABLE_MODEL (sheet);
  ck_assert (
    jh_table_model_write (model, block, JH_VERB_PASTE, &report, &error));
  jh_assert_no_error (error);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, JH_LINES_MAX);
  assert_total (sheet, 7, "200,000,000.00");
  jh_table_report_clear (&report);
  ck_assert (
    !jh_table_model_type (model, JH_LINES_MAX, 7, "1", &report, &error));
  jh_assert_error (error, JH_ERROR_DATA, "最多 20000 行");
  ck_assert (!jh_table_model_insert_rows (model, 5, 1, &error));
  jh_assert_error (error, JH_ERROR_DATA, "最多 20000 行");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, JH_LINES_MAX);
}
END_TEST

START_TEST (bytes_that_are_no_text_do_no_harm)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autofree char *long_text = g_strnfill (30000, 'x');
  g_auto (JhTableCell) cell = { 0 };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  type (sheet, 0, 0, "\xff\xfe计");
  assert_fault (sheet, 0, 0, "\uFFFD\uFFFD计", "科目");
  type (sheet, 0, 4, long_text);
  type (sheet, 0, 5, "1\a2");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  jh_table_model_get_cell (JH_TABLE_MODEL (sheet), 0, 4, &cell);
  ck_assert_uint_le (strlen (cell.text), 10000);
  ck_assert (strstr (cell.fault, "个字"));
  assert_fault (sheet, 0, 5, "1\a2", "不是数字");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worksheet-paste");
  TCase *tcase = tcase_create ("paste");

  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, a_paste_takes_entries_and_leaves_totals, 0,
                       G_N_ELEMENTS (pastes));
  tcase_add_test (tcase, a_total_that_is_typed_is_no_entry_but_a_fault);
  tcase_add_test (tcase, a_paste_is_undone_and_done_again_as_one);
  tcase_add_test (tcase, cells_that_are_not_pasted_stay);
  tcase_add_test (tcase, a_table_takes_as_many_rows_as_it_may_have);
  tcase_add_test (tcase, bytes_that_are_no_text_do_no_harm);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
