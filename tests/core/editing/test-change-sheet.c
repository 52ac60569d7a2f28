#include "../sheets/sheets-fixture.h"

#include "fixture.h"

#include "jh-change-sheet.h"
#include "jh-import.h"

/* The columns. */
enum
{
  LABEL,
  NOW,
  BEFORE,
  AMOUNT,
  RATE,
  REASON,
};

/* Imports the folder of the sample into @store. */
static gint64
import_sample (JhStore *store)
{
  g_autofree char *sample = fixture_dup_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filings = NULL;

  ck_assert (jh_import_folder (store, sample, FALSE, NULL, &error));
  jh_assert_no_error (error);
  filings = jh_filing_list (store, NULL, 2023, &error);
  jh_assert_no_error (error);
  return ((JhFiling *) filings->pdata[0])->id;
}

/* The sample, and last year's filing of the same unit when @last_year. */
static void
new_sample_desk (Desk *desk, gboolean last_year)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 filing = import_sample (store);
  g_autoptr (JhBooks) books = load_books (store, filing);
  JhChange *change = begin (store, "上年");

  if (last_year)
    {
      gint64 before = add_filing (store, books->filing->code, 2022);
      g_autoptr (JhRow) row = jh_row_new (jh_income_table ());
      JhIncome *income = (JhIncome *) (gpointer) row;

      g_free (income->source);
      income->source = g_strdup (GENERAL);
      g_free (income->functional);
      income->functional = g_strdup ("2013150");
      income->actual = jh_money (100000000);
      ck_assert (jh_table_insert (store, before, row, NULL));
    }
  commit (change);
  jh_store_close (store);
  sit_down (desk, path, filing, JH_STORE_WRITE);
}

static JhChangeSheet *
new_sheet (Desk *desk, JhCatalog *catalog)
{
  const JhSheet *comparison = jh_catalog_find (
    catalog, jh_session_get_books (desk->session)->filing, "对比");

  ck_assert_ptr_nonnull (comparison);
  return jh_change_sheet_new (desk->session, comparison);
}

/* The row called @label. */
static guint
find (JhChangeSheet *sheet, const char *label)
{
  for (guint row = 0; row < count_rows (sheet); row++)
    {
      g_autofree char *text
        = jh_table_model_dup_typed (JH_TABLE_MODEL (sheet), row, LABEL);

      if (g_str_equal (text, label))
        return row;
    }
  ck_abort_msg ("no row “%s”", label);
}

START_TEST (the_comparison_is_shown_with_its_reasons)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhChangeSheet) sheet = NULL;
  guint row, reception, found, column;

  new_sample_desk (&desk, FALSE);
  sheet = new_sheet (&desk, catalog);
  row = find (sheet, "收入总计");
  assert_cell (sheet, row, NOW, "210.03", NULL);
  assert_cell (sheet, row, BEFORE, "145.07", NULL);
  assert_cell (sheet, row, AMOUNT, "64.96", NULL);
  assert_cell (sheet, row, RATE, "44.78%", NULL);
  assert_cell (sheet, row, REASON, "在职人员增多，新增专项工作", NULL);
  assert_reason (sheet, row, NOW, "算出来");
  assert_reason (sheet, row, BEFORE, NULL);
  assert_reason (sheet, row, REASON, NULL);
  assert_reason (sheet, row, LABEL, "固定");
  reception = find (sheet, "因公出国（境）费");
  assert_cell (sheet, reception, BEFORE, "0.00", NULL);
  assert_cell (sheet, reception, RATE, "—", NULL);
  assert_reason (sheet, reception, BEFORE, "别的表");
  ck_assert (jh_change_sheet_find_entry (sheet, JH_TABLE_REASON,
                                         ROW (&desk, REASON, JhRow, 0)->id,
                                         &found, &column));
  ck_assert_uint_eq (found, row);
  ck_assert_uint_eq (column, REASON);
}
END_TEST

START_TEST (last_year_and_reasons_are_filled_in_by_one_change)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhChangeSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  guint row;

  new_sample_desk (&desk, FALSE);
  sheet = new_sheet (&desk, catalog);
  row = find (sheet, "收入总计");
  type (sheet, row, BEFORE, "200.03");
  assert_undo_name (&desk, "修改变动原因“收入总计”的“上年数”");
  assert_cell (sheet, row, AMOUNT, "10.00", NULL);
  assert_cell (sheet, row, RATE, "5.00%", NULL);
  put (sheet, JH_VERB_PASTE, row, BEFORE, "=200+5|~|~|新的原因", &report);
  ck_assert_uint_eq (report.changed, 2);
  assert_undo_name (&desk, "粘贴变动原因 2 格");
  assert_cell (sheet, row, AMOUNT, "5.03", NULL);
  assert_rows (&desk, JH_TABLE_PRIOR_YEAR, 7);
  step_back (&desk, TRUE);
  assert_cell (sheet, row, AMOUNT, "10.00", NULL);
  assert_cell (sheet, row, REASON, "在职人员增多，新增专项工作", NULL);
  type (sheet, row, BEFORE, "不知道");
  assert_fault (sheet, row, BEFORE, "不知道", "不知道");
  assert_cell (sheet, row, AMOUNT, "", NULL);
  type (sheet, row, REASON, "");
  assert_cell (sheet, row, REASON, "", NULL);
  assert_rows (&desk, JH_TABLE_REASON, 6);
  assert_rows (&desk, JH_TABLE_PRIOR_YEAR, 6);
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk, catalog);
  assert_fault (sheet, row, BEFORE, "不知道", "不知道");
}
END_TEST

START_TEST (there_is_no_rate_on_nothing)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhChangeSheet) sheet = NULL;
  guint row;

  new_sample_desk (&desk, FALSE);
  sheet = new_sheet (&desk, catalog);
  row = find (sheet, "支出总计");
  type (sheet, row, BEFORE, "0");
  assert_cell (sheet, row, RATE, "—", NULL);
  assert_cell (sheet, row, AMOUNT, "210.03", NULL);
}
END_TEST

START_TEST (last_year_in_the_file_is_not_filled_in_again)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhChangeSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  guint row;

  new_sample_desk (&desk, TRUE);
  sheet = new_sheet (&desk, catalog);
  row = find (sheet, "收入总计");
  assert_cell (sheet, row, BEFORE, "100.00", NULL);
  assert_reason (sheet, row, BEFORE, "账套里");
  put (sheet, JH_VERB_PASTE, row, BEFORE, "5|~|~|原因", &report);
  ck_assert_uint_eq (report.refused, 1);
  ck_assert_uint_eq (report.changed, 1);
  assert_cell (sheet, row, REASON, "原因", NULL);
  assert_rows (&desk, JH_TABLE_PRIOR_YEAR, 7);
}
END_TEST

START_TEST (it_follows_the_books_and_the_unit)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhChangeSheet) sheet = NULL;
  g_autoptr (JhWorksheet) income = NULL;
  guint row;

  new_sample_desk (&desk, FALSE);
  sheet = new_sheet (&desk, catalog);
  income = jh_worksheet_new (desk.session, JH_TABLE_INCOME, NULL);
  row = find (sheet, "本年收入合计");
  assert_cell (sheet, row, NOW, "209.95", NULL);
  type (income, 0, 4, "=183.86+1");
  assert_cell (sheet, row, NOW, "210.95", NULL);
  jh_session_set_unit (desk.session, JH_MONEY_YUAN);
  assert_cell (sheet, row, NOW, "2,109,500.00", NULL);
  ck_assert_str_eq (
    jh_table_model_get_column (JH_TABLE_MODEL (sheet), NOW)->unit, "元");
}
END_TEST

START_TEST (a_locked_filing_keeps_its_reasons)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhChangeSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  new_sample_desk (&desk, FALSE);
  sheet = new_sheet (&desk, catalog);
  set_state (desk.store, jh_session_get_filing (desk.session), "锁定", TRUE);
  ck_assert (!jh_table_model_type (JH_TABLE_MODEL (sheet), 0, REASON, "x",
                                   &report, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
  ck_assert (jh_session_reload (desk.session, NULL));
  assert_reason (sheet, 0, REASON, "锁定");
  assert_reason (sheet, 0, BEFORE, "锁定");
  assert_rows (&desk, JH_TABLE_REASON, 7);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("change-sheet");
  TCase *tcase = tcase_create ("changes");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_comparison_is_shown_with_its_reasons);
  tcase_add_test (tcase, last_year_and_reasons_are_filled_in_by_one_change);
  tcase_add_test (tcase, there_is_no_rate_on_nothing);
  tcase_add_test (tcase, last_year_in_the_file_is_not_filled_in_again);
  tcase_add_test (tcase, it_follows_the_books_and_the_unit);
  tcase_add_test (tcase, a_locked_filing_keeps_its_reasons);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
