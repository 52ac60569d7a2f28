#include "fixture.h"

#define FUND_NAME "一般公共预算财政拨款"
#define ROW_OF(functional, amount)                                           \
  functional "|30101|基本支出|" FUND_NAME "||||" amount

/* Three rows: 1, 2 and 3. */
#define THREE                                                                \
  ROW_OF ("2010301", "1")                                                    \
  "\n" ROW_OF ("2010302", "2") "\n" ROW_OF ("2010303", "3")

static JhWorksheet *
new_sheet (Desk *desk)
{
  return jh_worksheet_new (desk->session, JH_TABLE_EXPENDITURE, NULL);
}

/* Fails unless the sheet shows @amounts in its last column, with blanks
 * between them; - is a blank cell. */
static void
assert_amounts (JhWorksheet *sheet, const char *amounts)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < count_rows (sheet); i++)
    {
      g_autofree char *cell
        = jh_table_model_dup_typed (JH_TABLE_MODEL (sheet), i, 7);
      char *point = strstr (cell, ".00");

      if (point)
        *point = '\0';
      g_string_append_printf (shown, "%s%s", i ? " " : "",
                              *cell ? cell : "-");
    }
  ck_assert_str_eq (shown->str, amounts);
}

static void
insert (JhWorksheet *sheet, guint before, guint n)
{
  g_autoptr (GError) error = NULL;

  ck_assert (
    jh_table_model_insert_rows (JH_TABLE_MODEL (sheet), before, n, &error));
  jh_assert_no_error (error);
}

START_TEST (rows_are_put_between_others_and_stay_there)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  insert (sheet, 1, 2);
  assert_amounts (sheet, "1 - - 2 3");
  paste (sheet, 2, 0, ROW_OF ("2010350", "9"));
  assert_amounts (sheet, "1 - 9 2 3");
  paste (sheet, 1, 0, ROW_OF ("2010350", "8"));
  insert (sheet, 0, 1);
  insert (sheet, 6, 1);
  assert_amounts (sheet, "- 1 8 9 2 3 -");
  paste (sheet, 7, 0, ROW_OF ("2010350", "7"));
  type (sheet, 6, 7, "6");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  assert_amounts (sheet, "- 1 8 9 2 3 6 7");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 6);
}
END_TEST

START_TEST (drafts_keep_their_order_when_they_become_entries)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, ROW_OF ("2010301", "1"));
  type (sheet, 1, 7, "2");
  type (sheet, 2, 7, "3");
  paste (sheet, 3, 0, ROW_OF ("2010301", "4"));
  paste (sheet, 2, 0, ROW_OF ("2010301", "3"));
  paste (sheet, 1, 0, ROW_OF ("2010301", "2"));
  assert_amounts (sheet, "1 2 3 4");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  assert_amounts (sheet, "1 2 3 4");
}
END_TEST

START_TEST (places_are_given_anew_when_there_is_no_room)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  guint n = 3;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  for (; n < 40; n++)
    insert (sheet, 1, 1);
  ck_assert_uint_eq (count_rows (sheet), n);
  assert_cell (sheet, n - 1, 7, "3.00", NULL);
  assert_cell (sheet, n - 2, 7, "2.00", NULL);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 3);
  step_back (&desk, TRUE);
  ck_assert_uint_eq (count_rows (sheet), n - 1);
}
END_TEST

START_TEST (rows_taken_out_come_back_where_they_stood)
{
  const guint rows[] = { 3, 0, 2 };
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  type (sheet, 3, 7, "4x");
  type (sheet, 0, 7, "1x");
  ck_assert (
    jh_table_model_remove_rows (JH_TABLE_MODEL (sheet), rows, 3, &error));
  assert_amounts (sheet, "2");
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  assert_amounts (sheet, "2");
  step_back (&desk, TRUE);
  assert_amounts (sheet, "1x 2 3 4x");
  step_back (&desk, FALSE);
  assert_amounts (sheet, "2");
}
END_TEST

/* By which column, how, and what is shown then. */
static const struct
{
  guint column;
  JhSortOrder order;
  const char *amounts;
} orders[] = {
  { 7, JH_SORT_RISING, "-5 2 2 10 - x" },
  { 7, JH_SORT_FALLING, "10 2 2 -5 - x" },
  { 0, JH_SORT_RISING, "10 - x 2 2 -5" },
  { 0, JH_SORT_NONE, "2 - 10 -5 x 2" },
};

START_TEST (rows_are_sorted_and_stay_while_they_are_edited)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  JhTableModel *model;
  guint column;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  model = JH_TABLE_MODEL (sheet);
  paste (sheet, 0, 0,
         ROW_OF ("2010302", "2") "\n" ROW_OF ("2010301", "") "\n" ROW_OF (
           "2010103",
           "10") "\n" ROW_OF ("2019999",
                              "-5") "\n" ROW_OF ("2010301",
                                                 "x") "\n" ROW_OF ("2010302",
                                                                   "2"));
  jh_table_model_sort (model, orders[_i].column, orders[_i].order);
  assert_amounts (sheet, orders[_i].amounts);
  ck_assert_int_eq (jh_table_model_get_sort (model, &column),
                    orders[_i].order);
  ck_assert_uint_eq (column, orders[_i].column);
  type (sheet, 0, 7, "3");
  type (sheet, 6, 7, "0");
  assert_cell (sheet, 0, 7, "3.00", NULL);
  assert_cell (sheet, 6, 7, "0.00", NULL);
  jh_table_model_sort (model, 0, JH_SORT_NONE);
  assert_cell (sheet, 6, 7, "0.00", NULL);
}
END_TEST

START_TEST (rows_are_put_where_they_are_seen_in_a_sorted_table)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  jh_table_model_sort (JH_TABLE_MODEL (sheet), 7, JH_SORT_FALLING);
  insert (sheet, 1, 1);
  type (sheet, 1, 7, "9");
  assert_amounts (sheet, "3 9 2 1");
  jh_table_model_sort (JH_TABLE_MODEL (sheet), 7, JH_SORT_NONE);
  assert_amounts (sheet, "1 9 2 3");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worksheet-rows");
  TCase *tcase = tcase_create ("rows");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, rows_are_put_between_others_and_stay_there);
  tcase_add_test (tcase, drafts_keep_their_order_when_they_become_entries);
  tcase_add_test (tcase, places_are_given_anew_when_there_is_no_room);
  tcase_add_test (tcase, rows_taken_out_come_back_where_they_stood);
  tcase_add_loop_test (tcase, rows_are_sorted_and_stay_while_they_are_edited,
                       0, G_N_ELEMENTS (orders));
  tcase_add_test (tcase, rows_are_put_where_they_are_seen_in_a_sorted_table);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
