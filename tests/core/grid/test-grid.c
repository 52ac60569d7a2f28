#include "jh-grid.h"
#include "jh-test.h"

#include <string.h>

START_TEST (a_new_grid_is_blank_cells_of_one_place_each)
{
  g_autoptr (JhGrid) grid = jh_grid_new (3, 4);

  ck_assert_str_eq (grid->title, "");
  ck_assert_uint_eq (grid->notes->len, 0);
  ck_assert_uint_eq (grid->pages_wide, 1);
  for (guint row = 0; row < 3; row++)
    for (guint column = 0; column < 4; column++)
      {
        const JhCell *cell = jh_grid_get_cell (grid, row, column);

        ck_assert_int_eq (cell->kind, JH_CELL_BLANK);
        ck_assert_uint_eq (cell->rows, 1);
        ck_assert_uint_eq (cell->columns, 1);
        ck_assert_ptr_null (jh_grid_get_row_key (grid, row, column));
        ck_assert_ptr_null (jh_grid_get_column_key (grid, row, column));
      }
  ck_assert (jh_grid_get_column (grid, 3)->width == 10);
}
END_TEST

START_TEST (a_grid_without_cells_can_be_made)
{
  g_autoptr (JhGrid) none = jh_grid_new (0, 0);
  g_autoptr (JhGrid) narrow = jh_grid_new (0, 3);

  ck_assert_ptr_null (jh_grid_find (none, "a", "b", NULL, NULL));
  ck_assert_ptr_null (jh_grid_find (narrow, "a", "b", NULL, NULL));
}
END_TEST

START_TEST (the_largest_grid_can_be_made)
{
  g_autoptr (JhGrid) grid = jh_grid_new (JH_GRID_CELLS_MAX / 8, 8);

  jh_grid_set_text (grid, grid->n_rows - 1, 7, JH_ROLE_VALUE, "x");
  ck_assert_str_eq (jh_grid_get_cell (grid, grid->n_rows - 1, 7)->text, "x");
}
END_TEST

START_TEST (a_merge_empties_what_it_covers_and_is_cut_at_the_edge)
{
  static const struct
  {
    guint row, column, rows, columns;
    guint got_rows, got_columns;
  } cases[] = {
    { 0, 0, 2, 2, 2, 2 },
    { 1, 1, 1, 1, 1, 1 },
    { 2, 3, 9, 9, 1, 1 },
    { 1, 2, 9, 1, 2, 1 },
    { 0, 1, 3, G_MAXUINT, 3, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhGrid) grid = jh_grid_new (3, 4);
      guint covered = 0;

      for (guint row = 0; row < 3; row++)
        for (guint column = 0; column < 4; column++)
          jh_grid_set_text (grid, row, column, JH_ROLE_LABEL, "x");
      jh_grid_merge (grid, cases[i].row, cases[i].column, cases[i].rows,
                     cases[i].columns);
      for (guint row = 0; row < 3; row++)
        for (guint column = 0; column < 4; column++)
          {
            const JhCell *cell = jh_grid_get_cell (grid, row, column);

            covered += cell->rows == 0 && cell->columns == 0
                       && cell->kind == JH_CELL_BLANK;
          }
      ck_assert_uint_eq (
        jh_grid_get_cell (grid, cases[i].row, cases[i].column)->rows,
        cases[i].got_rows);
      ck_assert_uint_eq (
        jh_grid_get_cell (grid, cases[i].row, cases[i].column)->columns,
        cases[i].got_columns);
      ck_assert_uint_eq (covered,
                         cases[i].got_rows * cases[i].got_columns - 1);
      ck_assert_str_eq (
        jh_grid_get_cell (grid, cases[i].row, cases[i].column)->text, "x");
    }
}
END_TEST

START_TEST (a_cell_is_found_by_the_keys_of_its_row_and_column)
{
  g_autoptr (JhGrid) grid = jh_grid_new (2, 4);
  guint row = 9, column = 9;
  g_autofree char *key = g_strdup ("收/总计");

  jh_grid_set_row_key (grid, 1, 0, 2, key);
  jh_grid_set_row_key (grid, 1, 2, 2, "支/总计");
  jh_grid_set_column_key (grid, 1, 1, "决算数");
  jh_grid_set_column_key (grid, 1, 3, "决算数");
  memset (key, 'x', strlen (key));
  ck_assert_ptr_eq (jh_grid_find (grid, "收/总计", "决算数", &row, &column),
                    jh_grid_get_cell (grid, 1, 1));
  ck_assert_uint_eq (row, 1);
  ck_assert_uint_eq (column, 1);
  ck_assert_ptr_eq (jh_grid_find (grid, "支/总计", "决算数", NULL, NULL),
                    jh_grid_get_cell (grid, 1, 3));
  ck_assert_ptr_null (jh_grid_find (grid, "总计", "决算数", &row, &column));
  ck_assert_ptr_null (jh_grid_find (grid, "收/总计", "预算数", NULL, NULL));
  ck_assert_str_eq (jh_grid_get_row_key (grid, 1, 0), "收/总计");
  ck_assert_ptr_null (jh_grid_get_row_key (grid, 0, 0));
}
END_TEST

START_TEST (texts_are_copies_that_live_as_long_as_the_grid)
{
  g_autoptr (JhGrid) grid = jh_grid_new (1, 1);
  g_autofree char *text = g_strdup ("合计");
  const char *kept = jh_grid_intern (grid, text);

  jh_grid_set_text (grid, 0, 0, JH_ROLE_CENTER, text);
  memset (text, 'x', strlen (text));
  ck_assert_str_eq (kept, "合计");
  ck_assert_str_eq (jh_grid_get_cell (grid, 0, 0)->text, "合计");
  ck_assert_ptr_null (jh_grid_intern (grid, NULL));
}
END_TEST

START_TEST (every_kind_of_cell_has_its_words)
{
  static const struct
  {
    JhCell cell;
    JhMoneyUnit unit;
    gboolean grouped;
    const char *text;
  } cases[] = {
    { { .kind = JH_CELL_BLANK }, JH_MONEY_WAN, FALSE, "" },
    { { .kind = JH_CELL_NONE }, JH_MONEY_WAN, FALSE, "—" },
    { { .kind = JH_CELL_MONEY, .money = { 210030000, TRUE } },
      JH_MONEY_WAN, FALSE, "210.03" },
    { { .kind = JH_CELL_MONEY, .money = { 0, TRUE } },
      JH_MONEY_WAN, FALSE, "0.00" },
    { { .kind = JH_CELL_MONEY, .money = { 4999, TRUE } },
      JH_MONEY_WAN, FALSE, "0.00" },
    { { .kind = JH_CELL_MONEY, .money = { 5000, TRUE } },
      JH_MONEY_WAN, FALSE, "0.01" },
    { { .kind = JH_CELL_MONEY, .money = { -5000, TRUE } },
      JH_MONEY_WAN, FALSE, "-0.01" },
    { { .kind = JH_CELL_MONEY, .money = { 210030000, TRUE } },
      JH_MONEY_YUAN, TRUE, "2,100,300.00" },
    { { .kind = JH_CELL_RATE, .rate = { 6496, 14507 } },
      JH_MONEY_WAN, FALSE, "44.78%" },
    { { .kind = JH_CELL_RATE, .rate = { -1, 3 } },
      JH_MONEY_WAN, FALSE, "-33.33%" },
    { { .kind = JH_CELL_POINTS, .points = 950 },
      JH_MONEY_WAN, FALSE, "9.50" },
    { { .kind = JH_CELL_COUNT, .count = 1260 }, JH_MONEY_WAN, TRUE,
      "1,260" },
    { { .kind = JH_CELL_COUNT, .count = 1260 }, JH_MONEY_WAN, FALSE,
      "1260" },
    { { .kind = JH_CELL_TEXT, .text = "=1+1" }, JH_MONEY_WAN, FALSE,
      "=1+1" },
  };
  g_autoptr (JhGrid) grid = jh_grid_new (1, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      grid->unit = cases[i].unit;
      text = jh_grid_dup_cell_text (grid, &cases[i].cell, cases[i].grouped);
      ck_assert_str_eq (text, cases[i].text);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("grid");
  TCase *cases = tcase_create ("grid");

  tcase_add_test (cases, a_new_grid_is_blank_cells_of_one_place_each);
  tcase_add_test (cases, a_grid_without_cells_can_be_made);
  tcase_add_test (cases, the_largest_grid_can_be_made);
  tcase_add_test (cases,
                  a_merge_empties_what_it_covers_and_is_cut_at_the_edge);
  tcase_add_test (cases, a_cell_is_found_by_the_keys_of_its_row_and_column);
  tcase_add_test (cases, texts_are_copies_that_live_as_long_as_the_grid);
  tcase_add_test (cases, every_kind_of_cell_has_its_words);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
