#include "sheets-fixture.h"

#include "jh-trace.h"

/* What is traced: a sheet of books, maybe for an object. */
typedef struct
{
  JhTrace *trace;
  const JhGrid *grid;
  guint money;
  guint kinds[JH_ORIGIN_PORTION + 1];
} Case;

static const JhCell *
cell_at (const Case *c, JhGridPlace place)
{
  return jh_grid_get_cell (c->grid, place.row, place.column);
}

/* The facts behind a cell of money add up to it; behind an empty cell there
 * is no amount. */
static void
check_money (Case *c, JhGridPlace at)
{
  const JhCell *cell = cell_at (c, at);
  g_autoptr (GArray) sources
    = jh_trace_list_sources (c->trace, at.row, at.column);
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < sources->len; i++)
    sum = jh_money_add (
      sum, jh_source_get_money (&g_array_index (sources, JhSource, i)));
  ck_assert_msg (sum.known && sum.fen == cell->money.fen,
                 "%s[%u, %u] is %" G_GINT64_FORMAT
                 " but its %u lines are %" G_GINT64_FORMAT,
                 c->grid->name, at.row, at.column, cell->money.fen,
                 sources->len, sum.fen);
  c->money++;
}

static void
check_points (const Case *c, const JhOrigin *origin, JhGridPlace at)
{
  const JhCell *cell = cell_at (c, at);
  gint64 sum = 0;

  if (origin->kind == JH_ORIGIN_FIELD)
    {
      const JhSource *source = &g_array_index (origin->sources, JhSource, 0);

      ck_assert_int_eq (jh_row_get_number (source->row, source->field).value,
                        cell->points);
    }
  if (origin->kind != JH_ORIGIN_SUM)
    return;
  for (guint i = 0; i < origin->cells->len; i++)
    {
      const JhCell *part
        = cell_at (c, g_array_index (origin->cells, JhGridPlace, i));

      sum += part->kind == JH_CELL_POINTS ? part->points : 0;
    }
  ck_assert_int_eq (sum, cell->points);
}

/* The ratio is that of the cells that it is said to be made of. */
static void
check_rate (const Case *c, const JhOrigin *origin, JhGridPlace at)
{
  JhMoney first, rest = jh_money_blank ();
  JhRatio ratio;

  ck_assert_uint_ge (origin->cells->len, 2);
  first = cell_at (c, g_array_index (origin->cells, JhGridPlace, 0))->money;
  for (guint i = 1; i < origin->cells->len; i++)
    rest = jh_money_add (
      rest,
      cell_at (c, g_array_index (origin->cells, JhGridPlace, i))->money);
  ratio = origin->kind == JH_ORIGIN_GROWTH ? jh_ratio_growth (first, rest)
                                           : jh_ratio_share (first, rest);
  ck_assert_int_eq (jh_ratio_scale (ratio, 10000),
                    jh_ratio_scale (cell_at (c, at)->rate, 10000));
}

/* A source names the row that stands at its place. */
static void
check_places (const Case *c, const JhOrigin *origin, const JhBooks *books,
              const JhBooks *before)
{
  for (guint i = 0; i < origin->sources->len; i++)
    {
      const JhSource *source = &g_array_index (origin->sources, JhSource, i);
      const JhBooks *of = source->last_year ? before : books;

      ck_assert_ptr_nonnull (of);
      ck_assert_uint_lt (source->place, of->rows[source->table]->len);
      ck_assert_ptr_eq (of->rows[source->table]->pdata[source->place],
                        source->row);
      ck_assert_ptr_nonnull (source->field);
    }
  ck_assert_msg (origin->kind != JH_ORIGIN_NOTHING
                   || (origin->sources->len == 0 && origin->cells->len == 0),
                 "%s: nothing comes of something", c->grid->name);
}

static void
check_cell (Case *c, JhGridPlace at, const JhBooks *books,
            const JhBooks *before)
{
  const JhCell *cell = cell_at (c, at);
  g_autoptr (JhOrigin) origin = jh_trace_find (c->trace, at.row, at.column);
  g_autofree char *words = jh_trace_dup_words (c->trace, at.row, at.column);

  c->kinds[origin->kind]++;
  check_places (c, origin, books, before);
  ck_assert_int_eq (*words == '\0', origin->kind == JH_ORIGIN_NOTHING);
  if (cell->kind == JH_CELL_MONEY)
    check_money (c, at);
  else if (cell->kind == JH_CELL_POINTS)
    check_points (c, origin, at);
  else if (cell->kind == JH_CELL_RATE)
    check_rate (c, origin, at);
}

/* The grid of a trace is the one that jh_compute() makes. */
static void
check_same (const JhGrid *grid, const JhGrid *computed)
{
  ck_assert_uint_eq (grid->n_rows, computed->n_rows);
  ck_assert_uint_eq (grid->n_columns, computed->n_columns);
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      {
        g_autofree char *a = jh_grid_dup_cell_text (
          grid, jh_grid_get_cell (grid, r, c), FALSE);
        g_autofree char *b = jh_grid_dup_cell_text (
          computed, jh_grid_get_cell (computed, r, c), FALSE);

        ck_assert_str_eq (a, b);
      }
}

static void
check_sheet (Case *c, const JhSheet *sheet, const JhBooks *books,
             const JhBooks *before, const char *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhTrace) trace
    = jh_trace_new (sheet, books, before, object, &error);
  g_autoptr (JhGrid) computed = NULL;

  jh_assert_no_error (error);
  computed = jh_compute (sheet, books, before, object, &error);
  jh_assert_no_error (error);
  c->trace = trace;
  c->grid = jh_trace_get_grid (trace);
  check_same (c->grid, computed);
  for (guint row = 0; row < c->grid->n_rows; row++)
    for (guint column = 0; column < c->grid->n_columns; column++)
      check_cell (c, (JhGridPlace){ row, column }, books, before);
}

/* Every cell of every sheet of @books. */
static Case
check_books (const JhBooks *books, const JhBooks *before)
{
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, NULL);
  g_autoptr (GPtrArray) objects = jh_books_list_objects (books);
  Case c = { NULL };

  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];

      if (*sheet->object == '\0')
        check_sheet (&c, sheet, books, before, NULL);
      for (guint o = 0; *sheet->object && o < objects->len; o++)
        check_sheet (&c, sheet, books, before, objects->pdata[o]);
    }
  return c;
}

START_TEST (every_cell_of_the_sample_is_the_sum_of_its_lines)
{
  g_autoptr (JhBooks) books = fixture_sample ();
  Case c = check_books (books, NULL);

  ck_assert_uint_gt (c.money, 400);
}
END_TEST

START_TEST (every_cell_of_all_funds_is_the_sum_of_its_lines)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhBooks) before = fixture_rich ();
  Case c;

  fixture_add (books, JH_TABLE_PRIOR_YEAR, "公务用车购置费|3");
  c = check_books (books, before);
  ck_assert_uint_gt (c.money, 400);
  for (guint kind = 0; kind < G_N_ELEMENTS (c.kinds); kind++)
    ck_assert_msg (c.kinds[kind] > 0, "no cell comes of kind %u", kind);
}
END_TEST

/* One sheet of one block: @columns and @rows are the JSON of lists. */
static JhTrace *
trace_json (JhSheet **sheet, const JhBooks *books, const JhBooks *before,
            const char *columns, const char *rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdup_printf (
    "{\"name\": \"测\", \"tab\": \"测\", \"title\": \"测\", \"group\": "
    "\"测\", "
    "\"order\": 1, \"blocks\": [{\"panels\": [{\"facts\": "
    "{\"from\": \"expenditure\", \"sum\": \"actual\"}, "
    "\"columns\": [%s], \"sections\": [{\"rows\": [%s]}]}]}]}",
    columns, rows);
  JhTrace *trace;

  *sheet = jh_sheet_read (json, strlen (json), "test.json", &error);
  jh_assert_no_error (error);
  trace = jh_trace_new (*sheet, books, before, NULL, &error);
  jh_assert_no_error (error);
  return trace;
}

#define NAME "{\"label\": \"名\", \"show\": \"name\"}, "

START_TEST (a_difference_takes_off_the_lines_of_its_second_column)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  g_autoptr (JhTrace) trace = NULL;
  g_autoptr (GArray) sources = NULL;
  g_autofree char *words = NULL;
  g_autofree char *amount = NULL;

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "7");
  fixture_spend (books, "2013101", "30201", "项目支出", GENERAL, "2");
  trace = trace_json (
    &sheet, books, NULL,
    NAME "{\"label\": \"基\", \"facts\": {\"category\": \"基本支出\"}}, "
         "{\"label\": \"项\", \"facts\": {\"category\": \"项目支出\"}}, "
         "{\"label\": \"差\", \"minus\": [\"基\", \"项\"]}",
    "{\"label\": \"行\"}");
  sources = jh_trace_list_sources (trace, 1, 3);
  ck_assert_uint_eq (sources->len, 2);
  ck_assert_int_eq (g_array_index (sources, JhSource, 0).sign, 1);
  ck_assert_int_eq (g_array_index (sources, JhSource, 1).sign, -1);
  amount = jh_source_dup_amount (&g_array_index (sources, JhSource, 1),
                                 JH_MONEY_WAN);
  ck_assert_str_eq (amount, "-2.00");
  words = jh_trace_dup_words (trace, 1, 3);
  ck_assert_str_eq (words, "“基”减“项”。");
}
END_TEST

START_TEST (a_line_taken_by_two_terms_is_told_twice)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  g_autoptr (JhTrace) trace = NULL;
  g_autoptr (GArray) sources = NULL;

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "7");
  trace = trace_json (
    &sheet, books, NULL, NAME "{\"label\": \"数\"}",
    "{\"label\": \"行\", \"facts\": [{\"functional\": \"201*\"}, "
    "{\"economic\": \"301*\"}]}");
  sources = jh_trace_list_sources (trace, 1, 1);
  ck_assert_uint_eq (sources->len, 2);
  ck_assert_int_eq (
    jh_grid_get_cell (jh_trace_get_grid (trace), 1, 1)->money.fen, 14000000);
}
END_TEST

#define PRIOR "{\"label\": \"上年\", \"last-year\": true}"

START_TEST (last_year_leads_to_its_filing_or_to_the_figure_entered)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhBooks) before = fixture_books (2022, "510811");
  g_autoptr (JhSheet) first = NULL;
  g_autoptr (JhSheet) second = NULL;
  g_autoptr (JhTrace) filed = NULL;
  g_autoptr (JhTrace) entered = NULL;
  g_autoptr (GArray) of_filing = NULL;
  g_autoptr (GArray) of_figure = NULL;
  g_autofree char *words = NULL;

  fixture_spend (before, "2013101", "30101", "基本支出", GENERAL, "7");
  fixture_add (books, JH_TABLE_PRIOR_YEAR, "行|5");
  filed
    = trace_json (&first, books, before, NAME PRIOR, "{\"label\": \"行\"}");
  of_filing = jh_trace_list_sources (filed, 1, 1);
  ck_assert_uint_eq (of_filing->len, 1);
  ck_assert (g_array_index (of_filing, JhSource, 0).last_year);
  entered
    = trace_json (&second, books, NULL, NAME PRIOR, "{\"label\": \"行\"}");
  of_figure = jh_trace_list_sources (entered, 1, 1);
  ck_assert_uint_eq (of_figure->len, 1);
  ck_assert_int_eq (g_array_index (of_figure, JhSource, 0).table,
                    JH_TABLE_PRIOR_YEAR);
  words = jh_trace_dup_words (entered, 1, 1);
  ck_assert_str_eq (words, "录入的上年数。");
}
END_TEST

START_TEST (a_filing_of_last_year_without_amounts_is_not_told)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhBooks) before = fixture_books (2022, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  g_autoptr (JhTrace) trace = NULL;
  g_autoptr (GArray) sources = NULL;

  fixture_spend (before, "2013101", "30101", "基本支出", GENERAL, "");
  fixture_add (books, JH_TABLE_PRIOR_YEAR, "行|5");
  trace
    = trace_json (&sheet, books, before, NAME PRIOR, "{\"label\": \"行\"}");
  sources = jh_trace_list_sources (trace, 1, 1);
  ck_assert_uint_eq (sources->len, 1);
  ck_assert (!g_array_index (sources, JhSource, 0).last_year);
}
END_TEST

START_TEST (a_sum_of_itself_is_told_and_ends)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  g_autoptr (JhTrace) trace
    = trace_json (&sheet, books, NULL, NAME "{\"label\": \"数\"}",
                  "{\"label\": \"甲\", \"sum\": [\"乙\", \"乙\"]}, "
                  "{\"label\": \"乙\", \"sum\": [\"甲\", \"甲\"]}");
  g_autoptr (GArray) sources = jh_trace_list_sources (trace, 1, 1);
  g_autofree char *words = jh_trace_dup_words (trace, 1, 1);

  ck_assert_uint_eq (sources->len, 0);
  ck_assert_msg (strstr (words, "所以也是空的") != NULL, "%s", words);
}
END_TEST

START_TEST (heads_and_places_outside_come_of_nothing)
{
  static const JhGridPlace places[]
    = { { 0, 0 }, { 0, 1 }, { 99, 0 }, { 0, 99 }, { G_MAXUINT, 1 } };
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  g_autoptr (JhTrace) trace = trace_json (
    &sheet, books, NULL, NAME "{\"label\": \"数\"}", "{\"label\": \"甲\"}");

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (JhOrigin) origin
        = jh_trace_find (trace, places[i].row, places[i].column);
      g_autofree char *label
        = jh_trace_dup_label (trace, places[i].row, places[i].column);

      ck_assert_int_eq (origin->kind, JH_ORIGIN_NOTHING);
      ck_assert_str_eq (label, "");
    }
}
END_TEST

START_TEST (a_cell_and_its_lines_are_told_in_words)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  g_autoptr (JhTrace) trace = NULL;
  g_autoptr (GArray) sources = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;

  fixture_spend (books, "2013101", "30101", "基本支出", GENERAL, "7");
  fixture_spend (books, "2013101", "30102", "基本支出", GENERAL, "");
  trace = trace_json (&sheet, books, NULL, NAME "{\"label\": \"数\"}",
                      "{\"each\": \"functional\", \"levels\": [7]}");
  label = jh_trace_dup_label (trace, 1, 1);
  ck_assert_str_eq (label, "2013101 行政运行，数");
  words = jh_trace_dup_words (trace, 1, 1);
  ck_assert_str_eq (words, "“支出”等 2 条记录的“决算”相加。");
  sources = jh_trace_list_sources (trace, 1, 1);
  source = jh_source_dup_words (&g_array_index (sources, JhSource, 0), books);
  ck_assert_str_eq (source, "支出：2013101 行政运行 · 30101 基本工资 · "
                            "基本支出 · " GENERAL);
}
END_TEST

START_TEST (a_sheet_too_large_is_refused_as_it_is_computed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = fixture_books (2023, "510811");
  g_autoptr (JhSheet) sheet = NULL;
  const char *json = "{\"name\": \"大\", \"tab\": \"大\", \"title\": \"大\", "
                     "\"group\": \"大\", "
                     "\"order\": 1, \"blocks\": [{\"panels\": [{\"columns\": "
                     "[{\"label\": \"名\", \"show\": \"name\", \"span\": "
                     "200}], \"sections\": "
                     "[{\"rows\": [{\"blank\": 50000}]}]}]}]}";

  sheet = jh_sheet_read (json, strlen (json), "test.json", &error);
  if (sheet)
    ck_assert_ptr_null (jh_trace_new (sheet, books, NULL, NULL, &error));
  ck_assert_ptr_nonnull (error);
  ck_assert (g_error_matches (error, JH_ERROR, JH_ERROR_DATA));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("trace");
  TCase *tcase = tcase_create ("trace");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, every_cell_of_the_sample_is_the_sum_of_its_lines);
  tcase_add_test (tcase, every_cell_of_all_funds_is_the_sum_of_its_lines);
  tcase_add_test (tcase,
                  a_difference_takes_off_the_lines_of_its_second_column);
  tcase_add_test (tcase, a_line_taken_by_two_terms_is_told_twice);
  tcase_add_test (tcase,
                  last_year_leads_to_its_filing_or_to_the_figure_entered);
  tcase_add_test (tcase, a_filing_of_last_year_without_amounts_is_not_told);
  tcase_add_test (tcase, a_sum_of_itself_is_told_and_ends);
  tcase_add_test (tcase, heads_and_places_outside_come_of_nothing);
  tcase_add_test (tcase, a_cell_and_its_lines_are_told_in_words);
  tcase_add_test (tcase, a_sheet_too_large_is_refused_as_it_is_computed);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
