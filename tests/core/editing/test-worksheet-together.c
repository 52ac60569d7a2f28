#include "fixture.h"

#include <signal.h>
#include <sys/resource.h>

#define FUND_NAME "一般公共预算财政拨款"
#define ROW_OF(functional, amount)                                           \
  functional "|30101|基本支出|" FUND_NAME "||||" amount
#define THREE                                                                \
  ROW_OF ("2010301", "1")                                                    \
  "\n" ROW_OF ("2010302", "2") "\n" ROW_OF ("2010303", "3")

static JhWorksheet *
new_sheet (Desk *desk)
{
  return jh_worksheet_new (desk->session, JH_TABLE_EXPENDITURE, NULL);
}

/* What a view knows of a list from its signals.
 *
 * rows: the items, not held
 * changes: how often rows came or went
 * first, removed, added: of the last time
 * cells: how often cells were told of */
typedef struct
{
  GPtrArray *rows;
  guint changes;
  guint first;
  guint removed;
  guint added;
  guint cells;
} Mirror;

static void
items_cb (GListModel *model, guint first, guint removed, guint added,
          Mirror *mirror)
{
  if (removed)
    g_ptr_array_remove_range (mirror->rows, first, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, first + i);

      g_ptr_array_insert (mirror->rows, (int) (first + i), item);
    }
  mirror->changes++;
  mirror->first = first;
  mirror->removed = removed;
  mirror->added = added;
}

static void
cells_cb (JhTableModel *model, guint first, guint n, Mirror *mirror)
{
  ck_assert_uint_le (first + n, count_rows (model));
  mirror->cells++;
}

static void
watch (JhWorksheet *sheet, Mirror *mirror)
{
  mirror->rows = g_ptr_array_new ();
  items_cb (G_LIST_MODEL (sheet), 0, 0, count_rows (sheet), mirror);
  *mirror = (Mirror){ mirror->rows };
  g_signal_connect (sheet, "items-changed", G_CALLBACK (items_cb), mirror);
  g_signal_connect (sheet, "cells-changed", G_CALLBACK (cells_cb), mirror);
}

/* Fails unless the view knows the rows that there are. */
static void
assert_mirror (JhWorksheet *sheet, const Mirror *mirror)
{
  ck_assert_uint_eq (mirror->rows->len, count_rows (sheet));
  for (guint i = 0; i < mirror->rows->len; i++)
    {
      g_autoptr (GObject) item
        = g_list_model_get_item (G_LIST_MODEL (sheet), i);

      ck_assert_ptr_eq (item, mirror->rows->pdata[i]);
    }
}

static void
stop_watching (JhWorksheet *sheet, Mirror *mirror)
{
  assert_mirror (sheet, mirror);
  g_signal_handlers_disconnect_by_data (sheet, mirror);
  g_ptr_array_unref (mirror->rows);
}

START_TEST (a_view_learns_no_more_than_what_changed)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  Mirror mirror;
  const guint row = 1;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  watch (sheet, &mirror);
  type (sheet, 1, 7, "5");
  ck_assert_uint_eq (mirror.changes, 0);
  ck_assert_uint_eq (mirror.cells, 1);
  type (sheet, 3, 7, "4");
  ck_assert_uint_eq (mirror.first, 3);
  ck_assert_uint_eq (mirror.removed, 0);
  ck_assert_uint_eq (mirror.added, 1);
  paste (sheet, 3, 0, ROW_OF ("2010301", "4"));
  ck_assert_uint_eq (mirror.changes, 1);
  ck_assert (
    jh_table_model_remove_rows (JH_TABLE_MODEL (sheet), &row, 1, NULL));
  ck_assert_uint_eq (mirror.first, 1);
  ck_assert_uint_eq (mirror.removed, 1);
  step_back (&desk, TRUE);
  ck_assert_uint_eq (mirror.first, 1);
  ck_assert_uint_eq (mirror.added, 1);
  ck_assert_uint_eq (mirror.changes, 3);
  jh_table_model_sort (JH_TABLE_MODEL (sheet), 7, JH_SORT_FALLING);
  assert_mirror (sheet, &mirror);
  ck_assert (jh_table_model_insert_rows (JH_TABLE_MODEL (sheet), 1, 3, NULL));
  stop_watching (sheet, &mirror);
}
END_TEST

START_TEST (two_tables_of_the_same_rows_agree)
{
  static const char *const fields[] = { "actual", "functional", NULL };
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) one = NULL;
  g_autoptr (JhWorksheet) other = NULL;
  Mirror mirror;

  new_desk (&desk);
  one = new_sheet (&desk);
  other = jh_worksheet_new (desk.session, JH_TABLE_EXPENDITURE, fields);
  watch (other, &mirror);
  paste (one, 0, 0, THREE);
  type (one, 3, 7, "x");
  assert_fault (other, 3, 0, "x", "x");
  type (other, 1, 0, "7.5");
  assert_cell (one, 1, 7, "7.50", NULL);
  assert_total (one, 7, "11.50");
  type (other, 3, 0, "4");
  type (one, 4, 0, "2010301");
  type (other, 4, 0, "5");
  assert_cell (one, 3, 7, "4.00", NULL);
  assert_cell (one, 4, 7, "5.00", NULL);
  stop_watching (other, &mirror);
}
END_TEST

/* Another program adds a row to the file behind the session's back. */
static void
add_elsewhere (Desk *desk)
{
  g_autoptr (JhStore) store = open_books (desk->path, JH_STORE_WRITE);
  gint64 filing = jh_session_get_filing (desk->session);
  g_autoptr (JhRow) row = make_row (
    jh_expenditure_table (), jh_session_get_books (desk->session)->lists, 3);
  JhChange *change = begin (store, "别处");

  ck_assert (jh_table_insert (store, filing, row, NULL));
  commit (change);
}

START_TEST (what_another_program_did_shows_after_reading_anew)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  Mirror mirror;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  type (sheet, 3, 7, "4");
  watch (sheet, &mirror);
  add_elsewhere (&desk);
  ck_assert (jh_session_reload (desk.session, &error));
  ck_assert_uint_eq (count_rows (sheet), 5);
  ck_assert_uint_eq (mirror.changes, 1);
  ck_assert_uint_eq (mirror.added, 1);
  type (sheet, 0, 7, "9");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 4);
  stop_watching (sheet, &mirror);
}
END_TEST

/* Fails unless @sheet refuses to be changed in every way, as @code. */
static void
assert_refuses (JhWorksheet *sheet, JhErrorCode code, const char *part)
{
  JhTableModel *model = JH_TABLE_MODEL (sheet);
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  const guint row = 0;

  ck_assert (!jh_table_model_type (model, 0, 7, "5", &report, &error));
  jh_assert_error (error, code, part);
  ck_assert (!jh_table_model_type (model, 3, 0, "x", &report, &error));
  jh_assert_error (error, code, part);
  ck_assert (!jh_table_model_insert_rows (model, 0, 1, &error));
  jh_assert_error (error, code, part);
  ck_assert (!jh_table_model_remove_rows (model, &row, 1, &error));
  jh_assert_error (error, code, part);
  assert_cell (sheet, 0, 7, "1.00", NULL);
  ck_assert_uint_eq (count_rows (sheet), 3);
}

START_TEST (a_locked_filing_refuses)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  assert_reason (sheet, 0, 7, NULL);
  set_state (desk.store, jh_session_get_filing (desk.session), "锁定", TRUE);
  ck_assert (jh_session_reload (desk.session, NULL));
  assert_reason (sheet, 0, 7, "锁定");
  assert_reason (sheet, 3, 0, "锁定");
  assert_refuses (sheet, JH_ERROR_LOCKED, "锁定");
}
END_TEST

START_TEST (a_filing_locked_elsewhere_meanwhile_refuses)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhStore) store = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  store = open_books (desk.path, JH_STORE_WRITE);
  set_state (store, jh_session_get_filing (desk.session), "锁定", TRUE);
  assert_refuses (sheet, JH_ERROR_LOCKED, "锁定");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 3);
}
END_TEST

START_TEST (books_opened_to_be_read_refuse)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autofree char *path = NULL;
  gint64 filing;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  g_clear_object (&sheet);
  path = g_strdup (desk.path);
  filing = jh_session_get_filing (desk.session);
  get_up (&desk);
  sit_down (&desk, path, filing, JH_STORE_READ);
  sheet = new_sheet (&desk);
  assert_reason (sheet, 0, 7, "只读");
  assert_refuses (sheet, JH_ERROR_READ_ONLY, "只读");
}
END_TEST

START_TEST (books_that_another_program_is_writing_refuse_and_stay)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhChange) change = NULL;
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  store = open_books (desk.path, JH_STORE_WRITE);
  change = begin (store, "别处");
  ck_assert (!jh_table_model_type (JH_TABLE_MODEL (sheet), 0, 7, "5", &report,
                                   &error));
  jh_assert_error (error, JH_ERROR_BUSY, "另一个程序");
  assert_cell (sheet, 0, 7, "1.00", NULL);
  g_clear_pointer (&change, jh_change_free);
  type (sheet, 0, 7, "5");
  assert_cell (sheet, 0, 7, "5.00", NULL);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 3);
}
END_TEST

START_TEST (a_disk_that_fills_up_changes_nothing)
{
  const struct rlimit little = { 1000000, RLIM_INFINITY };
  const struct rlimit enough = { RLIM_INFINITY, RLIM_INFINITY };
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhTableBlock) block = jh_table_block_new (1, 0, 15000, 8);
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < block->n_rows; i++)
    for (guint k = 0; k < block->n_columns; k++)
      jh_table_block_set (block, i, k, "x");
  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &little), 0);
  ck_assert (!jh_table_model_write (JH_TABLE_MODEL (sheet), block,
                                    JH_VERB_PASTE, &report, &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &enough), 0);
  ck_assert_uint_eq (count_rows (sheet), 3);
  assert_cell (sheet, 1, 7, "2.00", NULL);
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 3);
  type (sheet, 1, 7, "5");
  assert_rows (&desk, JH_TABLE_EXPENDITURE, 3);
}
END_TEST

START_TEST (a_row_taken_away_elsewhere_is_nowhere_afterwards)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhBooks) books = NULL;
  JhChange *change;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, 0, 0, THREE);
  type (sheet, 1, 7, "x");
  store = open_books (desk.path, JH_STORE_WRITE);
  books = load_books (store, jh_session_get_filing (desk.session));
  change = begin (store, "别处");
  ck_assert (jh_table_remove (store, books->filing->id,
                              JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[1],
                              NULL));
  commit (change);
  ck_assert (jh_session_reload (desk.session, NULL));
  ck_assert_uint_eq (count_rows (sheet), 2);
  assert_cell (sheet, 1, 7, "3.00", NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worksheet-together");
  TCase *tcase = tcase_create ("together");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_view_learns_no_more_than_what_changed);
  tcase_add_test (tcase, two_tables_of_the_same_rows_agree);
  tcase_add_test (tcase, what_another_program_did_shows_after_reading_anew);
  tcase_add_test (tcase, a_locked_filing_refuses);
  tcase_add_test (tcase, a_filing_locked_elsewhere_meanwhile_refuses);
  tcase_add_test (tcase, books_opened_to_be_read_refuse);
  tcase_add_test (tcase,
                  books_that_another_program_is_writing_refuse_and_stay);
  tcase_add_test (tcase, a_disk_that_fills_up_changes_nothing);
  tcase_add_test (tcase, a_row_taken_away_elsewhere_is_nowhere_afterwards);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
