/* Tables described once: reading, writing, and what the schema refuses. */
#include "fixture.h"

START_TEST (the_fields_of_every_table_are_the_columns_of_its_query)
{
  const JhTable *table = jh_table_get (_i);
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStatement) statement
    = jh_store_query (store, table->list, &error);

  jh_assert_no_error (error);
  ck_assert_uint_eq (jh_statement_count_columns (statement),
                     table->n_fields + 2);
  ck_assert_str_eq (jh_statement_get_name (statement, 0), "id");
  ck_assert_str_eq (jh_statement_get_name (statement, 1), "place");
  for (guint i = 0; i < table->n_fields; i++)
    ck_assert_str_eq (jh_statement_get_name (statement, i + 2),
                      table->fields[i].name);
}
END_TEST

START_TEST (a_row_comes_back_as_it_was_stored)
{
  const JhTable *table = jh_table_get (_i);
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *change = begin (store, "一行");
  gpointer row = make_row (table, lists, 3);
  g_autoptr (GPtrArray) rows = NULL;

  ck_assert (jh_table_insert (store, id, row, &error));
  ck_assert_int_gt (((JhRow *) row)->id, 0);
  rows = jh_table_list (store, table, id, &error);
  ck_assert_uint_eq (rows->len, 1);
  ck_assert (jh_row_equal (row, rows->pdata[0]));
  ck_assert_int_eq (((JhRow *) row)->id, ((JhRow *) rows->pdata[0])->id);
  commit (change);
  jh_row_free (row);
}
END_TEST

START_TEST (a_row_is_changed_and_taken_out)
{
  const JhTable *table = jh_table_get (_i);
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *change = begin (store, "一行");
  gpointer row = make_row (table, lists, 1);
  gpointer other = make_row (table, lists, 2);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) none = NULL;

  ck_assert (jh_table_insert (store, id, row, &error));
  ((JhRow *) other)->id = ((JhRow *) row)->id;
  ck_assert (jh_table_update (store, id, other, &error));
  rows = jh_table_list (store, table, id, &error);
  ck_assert (jh_row_equal (other, rows->pdata[0]));
  ck_assert (!jh_row_equal (row, rows->pdata[0]));
  ck_assert (jh_table_remove (store, id, other, &error));
  none = jh_table_list (store, table, id, &error);
  ck_assert_uint_eq (none->len, 0);
  commit (change);
  jh_row_free (row);
  jh_row_free (other);
}
END_TEST

START_TEST (rows_come_by_their_places_and_then_as_they_were_entered)
{
  static const gint64 places[] = { 3, 1, 2, 1 };
  static const guint order[] = { 1, 3, 2, 0 };
  const JhTable *table = jh_table_get (_i);
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *change = begin (store, "四行");
  gint64 ids[G_N_ELEMENTS (places)];
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (JhRow) row = make_row (table, lists, i + 1);

      row->place = places[i];
      ck_assert (jh_table_insert (store, id, row, &error));
      ids[i] = row->id;
    }
  rows = jh_table_list (store, table, id, &error);
  ck_assert_uint_eq (rows->len, G_N_ELEMENTS (places));
  for (guint i = 0; i < rows->len; i++)
    ck_assert_int_eq (((const JhRow *) rows->pdata[i])->id, ids[order[i]]);
  commit (change);
}
END_TEST

START_TEST (a_copy_of_a_row_is_equal_and_its_own)
{
  const JhTable *table = jh_table_get (_i);
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", NULL);
  gpointer row = make_row (table, lists, 2);
  gpointer copy = jh_row_copy (row);

  ck_assert (jh_row_equal (row, copy));
  jh_row_free (row);
  row = make_row (table, lists, 2);
  ck_assert (jh_row_equal (row, copy));
  jh_row_free (row);
  jh_row_free (copy);
}
END_TEST

START_TEST (blank_and_zero_are_not_the_same_row)
{
  gpointer blank = jh_row_new (jh_income_table ());
  gpointer zero = jh_row_new (jh_income_table ());

  ((JhIncome *) zero)->actual = jh_money (0);
  ck_assert (!jh_row_equal (blank, zero));
  jh_row_free (blank);
  jh_row_free (zero);
}
END_TEST

/* A row that the schema must refuse: @field of an else good row of @table
 * holds @text, or @number. */
typedef struct
{
  JhTableId table;
  const char *field;
  const char *text;
  gint64 number;
} Wrong;

static void
spoil (gpointer row, const Wrong *wrong)
{
  const JhField *field
    = jh_table_find_field (((JhRow *) row)->table, wrong->field);

  if (wrong->text)
    jh_row_set_text (row, field, wrong->text);
  else if (field->kind == JH_FIELD_MONEY)
    jh_row_set_money (row, field, jh_money (wrong->number));
  else
    jh_row_set_number (row, field, (JhNumber){ wrong->number, TRUE });
}

START_TEST (wrong_rows_cannot_be_stored)
{
  static const Wrong wrongs[] = {
    { JH_TABLE_INCOME, "source", "天上掉的", 0 },
    { JH_TABLE_INCOME, "functional", "", 0 },
    { JH_TABLE_INCOME, "functional", "123456789012345678901", 0 },
    { JH_TABLE_INCOME, "actual", NULL, JH_MONEY_MAX + 1 },
    { JH_TABLE_INCOME, "actual", NULL, -JH_MONEY_MAX - 1 },
    { JH_TABLE_EXPENDITURE, "fund", "一般预算", 0 },
    { JH_TABLE_EXPENDITURE, "category", "其他支出", 0 },
    { JH_TABLE_EXPENDITURE, "economic", "", 0 },
    { JH_TABLE_EXPENDITURE, "initial", NULL, JH_MONEY_MAX + 1 },
    { JH_TABLE_CARRYOVER, "kind", "年中结转", 0 },
    { JH_TABLE_CARRYOVER, "fund", "", 0 },
    { JH_TABLE_PROJECT, "code", "", 0 },
    { JH_TABLE_PROJECT, "name", "", 0 },
    { JH_TABLE_ASSESSMENT_FUND, "line", "别的钱", 0 },
    { JH_TABLE_ASSESSMENT_FUND, "stated_rate", "九十九", 0 },
    { JH_TABLE_INDICATOR, "nature", "半定量", 0 },
    { JH_TABLE_INDICATOR, "operator", "≠", 0 },
    { JH_TABLE_INDICATOR, "level3", "", 0 },
    { JH_TABLE_SANGONG, "item", "合计", 0 },
    { JH_TABLE_QUANTITY, "count", NULL, -1 },
    { JH_TABLE_REASON, "words", "", 0 },
    { JH_TABLE_STATED, "item", "", 0 },
  };
  const Wrong *wrong = &wrongs[_i];
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *change = begin (store, "错的");
  gpointer row = make_row (jh_table_get (wrong->table), lists, 1);

  ck_assert (jh_table_insert (store, id, row, &error));
  jh_assert_no_error (error);
  ck_assert (jh_table_remove (store, id, row, &error));
  spoil (row, wrong);
  ck_assert_msg (!jh_table_insert (store, id, row, &error), "%s %s",
                 wrong->field, wrong->text);
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  jh_row_free (row);
  jh_change_free (change);
}
END_TEST

START_TEST (a_key_that_is_there_already_cannot_be_stored)
{
  static const JhTableId keyed[]
    = { JH_TABLE_FILING_FACT, JH_TABLE_PROJECT, JH_TABLE_ASSESSMENT_FUND,
        JH_TABLE_SANGONG,     JH_TABLE_QUANTITY, JH_TABLE_PRIOR_YEAR,
        JH_TABLE_REASON };
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", &error);
  gint64 id = new_filing (store, "U1", 2023);
  JhChange *change = begin (store, "两次");
  gpointer row = make_row (jh_table_get (keyed[_i]), lists, 1);

  ck_assert (jh_table_insert (store, id, row, &error));
  ck_assert (!jh_table_insert (store, id, row, &error));
  jh_assert_error (error, JH_ERROR_DATA, "不能入账");
  jh_row_free (row);
  jh_change_free (change);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("table");
  TCase *table = tcase_create ("table");

  tcase_set_timeout (table, 60);
  tcase_add_loop_test (
    table, the_fields_of_every_table_are_the_columns_of_its_query, 0,
    JH_N_TABLES);
  tcase_add_loop_test (table, a_row_comes_back_as_it_was_stored, 0,
                       JH_N_TABLES);
  tcase_add_loop_test (table, a_row_is_changed_and_taken_out, 0,
                       JH_N_TABLES);
  tcase_add_loop_test (
    table, rows_come_by_their_places_and_then_as_they_were_entered, 0,
    JH_N_TABLES);
  tcase_add_loop_test (table, a_copy_of_a_row_is_equal_and_its_own, 0,
                       JH_N_TABLES);
  tcase_add_test (table, blank_and_zero_are_not_the_same_row);
  tcase_add_loop_test (table, wrong_rows_cannot_be_stored, 0, 22);
  tcase_add_loop_test (table, a_key_that_is_there_already_cannot_be_stored,
                       0, 7);
  suite_add_tcase (suite, table);
  return jh_test_run (suite);
}
