#include "jh-computer.h"

#include "sheets-fixture.h"

static void
assert_same_cell (const JhGrid *a, const JhGrid *b, guint row, guint column)
{
  const JhCell *x = jh_grid_get_cell (a, row, column);
  const JhCell *y = jh_grid_get_cell (b, row, column);
  g_autofree char *shown = jh_grid_dup_cell_text (a, x, FALSE);
  g_autofree char *other = jh_grid_dup_cell_text (b, y, FALSE);

  ck_assert_int_eq (x->kind, y->kind);
  ck_assert_int_eq (x->role, y->role);
  ck_assert_uint_eq (x->rows, y->rows);
  ck_assert_uint_eq (x->columns, y->columns);
  ck_assert_uint_eq (x->indent, y->indent);
  ck_assert_int_eq (x->strong, y->strong);
  ck_assert_str_eq (shown, other);
  ck_assert_pstr_eq (jh_grid_get_row_key (a, row, column),
                     jh_grid_get_row_key (b, row, column));
  ck_assert_pstr_eq (jh_grid_get_column_key (a, row, column),
                     jh_grid_get_column_key (b, row, column));
}

static void
assert_same_grid (const JhGrid *a, const JhGrid *b)
{
  ck_assert_str_eq (a->name, b->name);
  ck_assert_str_eq (a->title, b->title);
  ck_assert_uint_eq (a->notes->len, b->notes->len);
  ck_assert_uint_eq (a->header_rows, b->header_rows);
  ck_assert_uint_eq (a->n_rows, b->n_rows);
  ck_assert_uint_eq (a->n_columns, b->n_columns);
  for (guint row = 0; row < a->n_rows; row++)
    for (guint column = 0; column < a->n_columns; column++)
      assert_same_cell (a, b, row, column);
  for (guint column = 0; column < a->n_columns; column++)
    {
      const JhGridColumn *x = jh_grid_get_column (a, column);
      const JhGridColumn *y = jh_grid_get_column (b, column);

      ck_assert (x->width == y->width);
      ck_assert_uint_eq (x->group, y->group);
    }
}

/* Books that make other rows and columns than the lists alone. */
static JhBooks *
strange_books (void)
{
  JhBooks *books = fixture_books (2023, "510811");

  fixture_spend (books, "2019999", "30177", "基本支出", GENERAL, "1");
  fixture_spend (books, "99", "9", "项目支出", GENERAL, "2");
  fixture_spend (books, "20131019", "3010101", "项目支出", GOVERNMENT, "4");
  fixture_add (books, JH_TABLE_PROJECT, "A1|桥梁");
  fixture_add (books, JH_TABLE_PRIOR_YEAR, "本年收入合计|9");
  return books;
}

/* Gives @books the lists of @from, as when filings are read in turn. */
static void
share_lists (JhBooks *books, const JhBooks *from)
{
  jh_lists_unref (books->lists);
  books->lists = jh_lists_ref (from->lists);
}

/* Computes every sheet of @books by @computer, and anew. */
static void
compare (JhComputer *computer, const JhCatalog *catalog, const JhBooks *books,
         const JhBooks *before)
{
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, NULL);

  ck_assert_uint_gt (sheets->len, 13);
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const JhSheet *sheet = sheets->pdata[i];
      const char *object = *sheet->object ? "A1" : NULL;
      g_autoptr (JhGrid) grid = jh_computer_compute (computer, sheet, books,
                                                     before, object, &error);
      g_autoptr (JhGrid) anew = NULL;

      jh_assert_no_error (error);
      anew = jh_compute (sheet, books, before, object, &error);
      jh_assert_no_error (error);
      assert_same_grid (grid, anew);
    }
}

START_TEST (a_sheet_is_the_same_whatever_was_computed_before)
{
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhComputer) computer = jh_computer_new ();
  g_autoptr (JhBooks) rich = fixture_rich ();
  g_autoptr (JhBooks) empty = fixture_books (2023, "510811");
  g_autoptr (JhBooks) strange = strange_books ();
  const JhBooks *const turns[]
    = { rich, empty, strange, rich, strange, strange, empty, rich };

  share_lists (empty, rich);
  share_lists (strange, rich);
  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      compare (computer, catalog, turns[i], NULL);
      compare (computer, catalog, turns[i], turns[(i + 1) % 8]);
    }
}
END_TEST

START_TEST (more_lists_than_are_kept_do_no_harm)
{
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhComputer) computer = jh_computer_new ();

  for (int turn = 0; turn < 2; turn++)
    for (int year = 2019; year < 2026; year++)
      {
        g_autoptr (JhBooks) books = fixture_books (year, "510811");

        fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "1");
        compare (computer, catalog, books, NULL);
      }
}
END_TEST

START_TEST (a_grid_outlives_its_computer_its_books_and_its_definition)
{
  g_autoptr (GError) error = NULL;
  JhCatalog *catalog = fixture_catalog ();
  JhComputer *computer = jh_computer_new ();
  JhBooks *books = fixture_rich ();
  g_autoptr (JhGrid) grid = jh_computer_compute (
    computer, jh_catalog_find (catalog, books->filing, "公开07"), books, NULL,
    NULL, &error);
  g_autoptr (JhGrid) same = fixture_grid (books, NULL, "公开07", NULL);

  jh_assert_no_error (error);
  jh_computer_free (computer);
  jh_books_free (books);
  jh_catalog_free (catalog);
  assert_same_grid (grid, same);
}
END_TEST

START_TEST (a_sheet_that_fails_leaves_the_computer_usable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhComputer) computer = jh_computer_new ();
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (GString) json = g_string_new (
    "{\"name\":\"a\",\"title\":\"a\",\"blocks\":[{\"panels\":[{"
    "\"columns\":[{\"label\":\"b\",\"span\":40}");
  g_autoptr (JhSheet) sheet = NULL;

  for (int i = 0; i < 199; i++)
    g_string_append (json, ",{\"label\":\"b\",\"span\":40}");
  g_string_append (json, "],\"sections\":[{\"rows\":[{\"blank\":100}");
  for (int i = 0; i < 9; i++)
    g_string_append (json, ",{\"blank\":100}");
  g_string_append (json, "]}]}]}]}");
  sheet = jh_sheet_read (json->str, json->len, "a.json", &error);
  jh_assert_no_error (error);
  ck_assert_ptr_null (
    jh_computer_compute (computer, sheet, books, NULL, NULL, &error));
  jh_assert_error (error, JH_ERROR_DATA, "太大了");
  compare (computer, catalog, books, NULL);
  jh_computer_free (NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("computer");
  TCase *cases = tcase_create ("computer");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, a_sheet_is_the_same_whatever_was_computed_before);
  tcase_add_test (cases, more_lists_than_are_kept_do_no_harm);
  tcase_add_test (cases,
                  a_grid_outlives_its_computer_its_books_and_its_definition);
  tcase_add_test (cases, a_sheet_that_fails_leaves_the_computer_usable);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
