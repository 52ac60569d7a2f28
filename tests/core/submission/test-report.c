#include "../sheets/sheets-fixture.h"

#include "jh-change.h"
#include "jh-explanation.h"
#include "jh-report.h"

/* Keeps @books in a file, whose path the caller frees. */
static char *
keep (JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = fixture_store ();
  g_autoptr (JhChange) change = jh_change_begin (store, "测试", &error);

  jh_assert_no_error (error);
  jh_filing_insert (store, books->filing, &error);
  jh_assert_no_error (error);
  jh_books_insert (store, books, &error);
  jh_assert_no_error (error);
  jh_change_commit (change, &error);
  jh_assert_no_error (error);
  return g_strdup (jh_store_get_path (store));
}

static JhReport *
load (const char *path, gint64 filing, const char *sheet, const char *object)
{
  g_autoptr (GError) error = NULL;
  JhReport *report = jh_report_load (path, filing, sheet, object, &error);

  jh_assert_no_error (error);
  return report;
}

static const JhReportEntry *
entry_of (const JhReport *report)
{
  return jh_report_get_entries (report)->pdata[jh_report_get_entry (report)];
}

START_TEST (a_sheet_and_each_form_of_an_object_is_an_entry)
{
  static const char *const labels[]
    = { "公开01表 收入支出决算总表", "A1 道路", "A2 注资",
        "部门整体支出绩效自评表" };
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);
  g_autoptr (JhReport) report = load (path, books->filing->id, NULL, NULL);
  const GPtrArray *entries = jh_report_get_entries (report);

  ck_assert_str_eq (entry_of (report)->sheet, "公开01");
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gboolean found = FALSE;

      for (guint e = 0; e < entries->len; e++)
        found |= g_str_equal (
          ((const JhReportEntry *) entries->pdata[e])->label, labels[i]);
      ck_assert_msg (found, "there is no %s", labels[i]);
    }
}
END_TEST

START_TEST (the_sheet_asked_for_is_computed)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);
  g_autoptr (JhReport) sheet = load (path, books->filing->id, "公开05", NULL);
  g_autoptr (JhReport) form
    = load (path, books->filing->id, "项目自评表", "A2");
  g_autoptr (JhReport) gone = load (path, books->filing->id, "公开99", NULL);

  ck_assert_str_eq (entry_of (sheet)->sheet, "公开05");
  ck_assert_str_eq (jh_trace_get_grid (jh_report_get_trace (sheet))->name,
                    "公开05");
  ck_assert_str_eq (entry_of (form)->object, "A2");
  ck_assert_str_eq (entry_of (gone)->sheet, "公开01");
  ck_assert_uint_eq (jh_report_count_pages (sheet),
                     jh_paper_count (jh_report_get_paper (sheet)));
}
END_TEST

START_TEST (all_sheets_follow_each_other_page_by_page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);
  g_autoptr (JhReport) report
    = jh_report_load_all (path, books->filing->id, "公开表", NULL, &error);
  const JhPaper *before = NULL;
  guint papers = 0, next = 0;

  jh_assert_no_error (error);
  for (guint i = 0; i < jh_report_count_pages (report); i++)
    {
      guint page;
      const JhPaper *paper = jh_report_find_page (report, i, &page);

      if (paper != before)
        {
          papers++;
          next = 0;
        }
      ck_assert_uint_eq (page, next++);
      ck_assert_uint_lt (page, jh_paper_count (paper));
      before = paper;
    }
  ck_assert_uint_ge (papers, 13);
}
END_TEST

START_TEST (what_cannot_be_read_is_told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);

  ck_assert_ptr_null (jh_report_load (path, 99, NULL, NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "不在账套里");
  ck_assert_ptr_null (jh_report_load ("/no/books", 1, NULL, NULL, &error));
  ck_assert_ptr_nonnull (error);
  g_clear_error (&error);
  ck_assert_ptr_null (
    jh_report_load_all (path, books->filing->id, "没有", NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有“没有”");
  g_cancellable_cancel (cancelled);
  ck_assert_ptr_null (
    jh_report_load_all (path, books->filing->id, NULL, cancelled, &error));
  jh_assert_error (error, JH_ERROR_CANCELLED, "停止");
}
END_TEST

/* The explanation of the cell that has the keys. */
static JhExplanation *
explain (JhReport *report, const char *row, const char *column)
{
  const JhGrid *grid = jh_trace_get_grid (jh_report_get_trace (report));
  JhGridPlace at;

  ck_assert_ptr_nonnull (
    jh_grid_find (grid, row, column, &at.row, &at.column));
  return jh_explanation_new (report, at);
}

START_TEST (a_total_is_told_with_its_lines)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);
  g_autoptr (JhReport) report = load (path, books->filing->id, NULL, NULL);
  g_autoptr (JhExplanation) told
    = explain (report, "收/本年收入合计", "决算数");
  const JhExplanationLine *line = told->lines->pdata[0];

  ck_assert_str_eq (told->label, "本年收入合计，决算数");
  ck_assert_str_eq (told->value, "211.50 万元");
  ck_assert_str_eq (told->total, "211.50");
  ck_assert_uint_eq (told->lines->len, 9);
  ck_assert_str_eq (line->table, "income");
  ck_assert_str_eq (line->field, "actual");
  ck_assert_int_gt (line->row, 0);
  ck_assert_str_eq (line->amount, "100.00");
}
END_TEST

START_TEST (a_ratio_is_told_with_its_cells)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autofree char *path = keep (books);
  g_autoptr (JhReport) report
    = load (path, books->filing->id, "项目自评表", "A1");
  g_autoptr (JhExplanation) told
    = explain (report, "1.一般公共预算", "执行率");
  const JhExplanationLine *line;

  ck_assert_uint_eq (told->lines->len, 2);
  line = told->lines->pdata[0];
  ck_assert (line->is_cell);
  ck_assert_str_eq (line->amount, "31.00");
  ck_assert_str_eq (told->total, "");
  ck_assert_str_eq (told->value, "77.50%");
  ck_assert_str_eq (told->words, "“全年执行数”除以“全年预算数”。");
}
END_TEST

START_TEST (very_many_lines_still_add_up)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autofree char *path = NULL;
  g_autoptr (JhReport) report = NULL;
  g_autoptr (JhExplanation) told = NULL;
  const JhExplanationLine *rest;

  for (int i = 0; i < JH_EXPLANATION_LINES_MAX + 7; i++)
    fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "1");
  path = keep (books);
  report = load (path, books->filing->id, NULL, NULL);
  told = explain (report, "支/本年支出合计", "决算数");
  ck_assert_uint_eq (told->lines->len, JH_EXPLANATION_LINES_MAX + 1);
  rest = told->lines->pdata[JH_EXPLANATION_LINES_MAX];
  ck_assert_str_eq (rest->words, "其余 7 行");
  ck_assert_str_eq (rest->amount, "7.00");
  ck_assert_str_eq (told->total, "2,007.00");
}
END_TEST

START_TEST (a_head_and_an_empty_cell_are_told_too)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autofree char *path = keep (books);
  g_autoptr (JhReport) report = load (path, books->filing->id, NULL, NULL);
  g_autoptr (JhExplanation) head
    = jh_explanation_new (report, (JhGridPlace){ 0, 0 });
  g_autoptr (JhExplanation) empty
    = explain (report, "收/五、事业收入", "决算数");

  ck_assert_str_eq (head->label, "");
  ck_assert_uint_eq (head->lines->len, 0);
  ck_assert_str_eq (empty->value, "空白");
  ck_assert_str_eq (empty->words, "还没有对应的记录，所以是空的。");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("report");
  TCase *tcase = tcase_create ("report");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_sheet_and_each_form_of_an_object_is_an_entry);
  tcase_add_test (tcase, the_sheet_asked_for_is_computed);
  tcase_add_test (tcase, all_sheets_follow_each_other_page_by_page);
  tcase_add_test (tcase, what_cannot_be_read_is_told);
  tcase_add_test (tcase, a_total_is_told_with_its_lines);
  tcase_add_test (tcase, a_ratio_is_told_with_its_cells);
  tcase_add_test (tcase, very_many_lines_still_add_up);
  tcase_add_test (tcase, a_head_and_an_empty_cell_are_told_too);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
