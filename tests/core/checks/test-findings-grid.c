/* Findings as a sheet to be sent back. */
#include "jh-findings-grid.h"
#include "standing-fixture.h"

START_TEST (each_finding_is_a_row_of_words)
{
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  JhFinding *finding
    = add_finding (findings, "=1+1", JH_SEVERITY_ERROR, "a", "1");
  g_autoptr (JhGrid) grid = NULL;

  filing->year = 2023;
  jh_finding_set_sides (finding, "左", "1.00", "右", "", "1.00");
  jh_finding_set_waiver (finding, JH_WAIVER_LAPSED, "已核对", "经办", "");
  grid = jh_findings_grid_new (filing, findings, "2024-01-05");
  ck_assert_uint_eq (grid->n_rows, 2);
  ck_assert_ptr_nonnull (strstr (grid->subtitle, "错误 1 条，警告 0 条"));
  ck_assert_int_eq (jh_grid_get_cell (grid, 1, 2)->kind, JH_CELL_TEXT);
  ck_assert_str_eq (jh_grid_get_cell (grid, 1, 2)->text, "=1+1");
  ck_assert_str_eq (jh_grid_get_cell (grid, 1, 4)->text,
                    "左：1.00；右：空白");
  ck_assert_str_eq (jh_grid_get_cell (grid, 1, 8)->text,
                    "已失效：已核对（经办）");
}
END_TEST

START_TEST (nothing_found_is_a_head_alone)
{
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (GPtrArray) findings = jh_findings_new ();
  g_autoptr (JhGrid) grid
    = jh_findings_grid_new (filing, findings, "2024-01-05");

  ck_assert_uint_eq (grid->n_rows, 1);
  ck_assert_uint_eq (grid->header_rows, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("findings-grid");
  TCase *cases = tcase_create ("grid");

  tcase_add_test (cases, each_finding_is_a_row_of_words);
  tcase_add_test (cases, nothing_found_is_a_head_alone);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
