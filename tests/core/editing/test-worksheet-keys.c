#include "fixture.h"

static JhWorksheet *
new_sheet (Desk *desk)
{
  static const char *const fields[] = { "code", "name", NULL };

  return jh_worksheet_new (desk->session, JH_TABLE_PROJECT, fields);
}

START_TEST (a_key_that_another_row_has_is_a_fault)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, "P1|甲\nP2|乙\nP1|丙");
  assert_fault (sheet, 2, 0, "P1", "与第 1 行重复");
  assert_rows (&desk, JH_TABLE_PROJECT, 2);
  type (sheet, 1, 0, "P1");
  assert_fault (sheet, 1, 0, "P1", "与第 1 行重复");
  ck_assert_str_eq (ROW (&desk, PROJECT, JhProject, 1)->code, "P2");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  assert_fault (sheet, 1, 0, "P1", "再填一次");
  assert_fault (sheet, 2, 0, "P1", "重复");
  type (sheet, 2, 0, "P3");
  assert_rows (&desk, JH_TABLE_PROJECT, 3);
}
END_TEST

START_TEST (a_row_enters_when_its_key_becomes_free)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, "P1|甲\nP2|乙\nP1|丙");
  type (sheet, 0, 0, "P0");
  assert_cell (sheet, 2, 0, "P1", NULL);
  assert_rows (&desk, JH_TABLE_PROJECT, 3);
  step_back (&desk, TRUE);
  assert_fault (sheet, 2, 0, "P1", "重复");
  assert_rows (&desk, JH_TABLE_PROJECT, 2);
}
END_TEST

/* Keys that are pasted over P1, P2 and P3, and what the books hold then, in
 * the order of the table; the others stay out. */
static const struct
{
  const char *pasted;
  const char *held;
} moves[] = {
  { "P2\nP1\n~", "P2 P1 P3" },  { "P2\nP3\nP1", "P2 P3 P1" },
  { "P0\nP1\nP2", "P0 P1 P2" }, { "P2\nP3\nP4", "P2 P3 P4" },
  { "P2\nP3\n~", "P1 P2 P3" },  { "P9\nP9\n~", "P9 P2 P3" },
  { "P2\nP2\nP1", "P1 P2 P3" }, { "~\n\nP2", "P1 P2 P3" },
  { "P3\nP1\nP1", "P1 P2 P3" },
};

START_TEST (keys_change_places)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (GString) held = g_string_new (NULL);
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhBooks) undone = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, "P1|甲\nP2|乙\nP3|丙");
  before = load_books (desk.store, jh_session_get_filing (desk.session));
  paste (sheet, 0, 0, moves[_i].pasted);
  assert_rows (&desk, JH_TABLE_PROJECT, 3);
  restart (&desk);
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (held, "%s%s", i ? " " : "",
                            ROW (&desk, PROJECT, JhProject, i)->code);
  ck_assert_str_eq (held->str, moves[_i].held);
  ck_assert_str_eq (ROW (&desk, PROJECT, JhProject, 0)->name, "甲");
  ck_assert_str_eq (ROW (&desk, PROJECT, JhProject, 2)->name, "丙");
  if (g_str_equal (moves[_i].pasted, "P2\nP3\n~"))
    return;
  step_back (&desk, TRUE);
  undone = load_books (desk.store, jh_session_get_filing (desk.session));
  ck_assert (jh_books_equal (before, undone));
}
END_TEST

START_TEST (projects_are_chosen_by_number_or_name)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) projects = NULL;
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (GPtrArray) found = NULL;

  new_desk (&desk);
  projects = new_sheet (&desk);
  sheet = jh_worksheet_new (desk.session, JH_TABLE_EXPENDITURE, NULL);
  paste (projects, 0, 0, "P1|督查经费\nP2|目标经费");
  type (sheet, 0, 4, "目标经费");
  assert_cell (sheet, 0, 4, "P2", "目标经费");
  type (sheet, 0, 4, "P1 随便什么");
  assert_cell (sheet, 0, 4, "P1", "督查经费");
  type (projects, 0, 1, "改了名字");
  assert_cell (sheet, 0, 4, "P1", "改了名字");
  found = jh_table_model_complete (JH_TABLE_MODEL (sheet), 0, 4, "mbjf", 9);
  ck_assert_uint_eq (found->len, 1);
  ck_assert_str_eq (((JhSuggestion *) found->pdata[0])->text, "P2");
}
END_TEST

START_TEST (a_key_of_two_fields_is_told_apart_by_both)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = jh_worksheet_new (desk.session, JH_TABLE_ASSESSMENT_FUND, NULL);
  paste (sheet, 0, 0,
         "整体|其他资金|1|2|3|99.00\nP1|其他资金|1|2|3|5%\n"
         "整体|其他资金|4|5|6|7");
  assert_rows (&desk, JH_TABLE_ASSESSMENT_FUND, 2);
  assert_fault (sheet, 2, 1, "其他资金", "与第 1 行重复");
  assert_cell (sheet, 2, 0, "整体", NULL);
  assert_cell (sheet, 0, 5, "99.00", NULL);
  assert_cell (sheet, 1, 5, "5", NULL);
  type (sheet, 2, 1, "上年结转资金");
  assert_rows (&desk, JH_TABLE_ASSESSMENT_FUND, 3);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worksheet-keys");
  TCase *tcase = tcase_create ("keys");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_key_that_another_row_has_is_a_fault);
  tcase_add_test (tcase, a_row_enters_when_its_key_becomes_free);
  tcase_add_loop_test (tcase, keys_change_places, 0, G_N_ELEMENTS (moves));
  tcase_add_test (tcase, projects_are_chosen_by_number_or_name);
  tcase_add_test (tcase, a_key_of_two_fields_is_told_apart_by_both);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
