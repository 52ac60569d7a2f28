/* Checks read grids and figures, whoever made them: here a workbook as it was
 * received, read from a text that no books made. */
#include "jh-books-figures.h"
#include "jh-examine.h"
#include "jh-money.h"
#include "jh-test.h"

#include <string.h>

/* A cell of a received sheet; the parts are the file's. */
typedef struct
{
  const char *sheet;
  const char *row;
  const char *column;
  const char *words;
} Line;

/* lines: Line
 * parts: GStrv, what the lines borrow from */
typedef struct
{
  GArray *lines;
  GPtrArray *parts;
} Received;

static Received
read_received (void)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("JIHENG_SOURCE"), "tests", "core", "checks",
                        "received.txt", NULL);
  g_autofree char *text = jh_test_read (path, NULL);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  Received received
    = { g_array_new (FALSE, FALSE, sizeof (Line)),
        g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };

  for (guint i = 0; rows[i] && *rows[i]; i++)
    {
      char **parts = g_strsplit (rows[i], "|", 4);
      Line line = { parts[0], parts[1], parts[2], parts[3] };

      ck_assert_uint_eq (g_strv_length (parts), 4);
      g_ptr_array_add (received.parts, parts);
      g_array_append_val (received.lines, line);
    }
  return received;
}

static void
received_clear (Received *received)
{
  g_array_unref (received->lines);
  g_ptr_array_unref (received->parts);
}

/* The place of @key among @keys, where it is added when it is new. */
static guint
place_of (GPtrArray *keys, const char *key)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &at))
    return at;
  g_ptr_array_add (keys, (gpointer) key);
  return keys->len - 1;
}

/* Puts what @line says into @grid. */
static void
put (JhGrid *grid, const Line *line, guint row, guint column)
{
  JhCell *cell = jh_grid_edit_cell (grid, row, column);
  g_autoptr (GError) error = NULL;

  if (*line->column == '\0')
    {
      jh_grid_set_text (grid, row, 0, JH_ROLE_LABEL, line->words);
      return;
    }
  cell->kind = *line->words ? JH_CELL_MONEY : JH_CELL_BLANK;
  if (*line->words)
    ck_assert (
      jh_money_parse (line->words, JH_MONEY_YUAN, &cell->money, &error));
  jh_grid_set_column_key (grid, row, column, line->column);
}

/* The sheet @name: a column of names, then the columns of figures. */
static JhGrid *
make_grid (const Received *received, const char *name)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  JhGrid *grid;

  g_ptr_array_add (columns, (gpointer) "");
  for (guint i = 0; i < received->lines->len; i++)
    {
      const Line *line = &g_array_index (received->lines, Line, i);

      if (!g_str_equal (line->sheet, name) || *line->row == '\0')
        continue;
      place_of (rows, line->row);
      place_of (columns, line->column);
    }
  grid = jh_grid_new (rows->len, columns->len);
  g_free (grid->name);
  grid->name = g_strdup (name);
  for (guint i = 0; i < received->lines->len; i++)
    {
      const Line *line = &g_array_index (received->lines, Line, i);
      guint row;

      if (!g_str_equal (line->sheet, name))
        continue;
      if (*line->row == '\0')
        {
          g_ptr_array_add (grid->notes, g_strdup (line->words));
          continue;
        }
      row = place_of (rows, line->row);
      jh_grid_set_row_key (grid, row, 0, columns->len, line->row);
      put (grid, line, row, place_of (columns, line->column));
    }
  return grid;
}

/* A workbook of all 13 sheets, and the lists that checks look up codes in. */
typedef struct
{
  JhVocabulary *vocabulary;
  JhRulebook *rules;
  JhSubject *subject;
  GPtrArray *grids;
} Workbook;

/* Gives @subject a table of codes and names: those of the received sheet
 * @sheet with at most @digits digits. */
static void
add_codes (Workbook *workbook, const Received *received, const char *name,
           const char *sheet, gsize digits)
{
  g_autoptr (JhFigures) figures = jh_figures_new (
    jh_vocabulary_find_figures (workbook->vocabulary, name));

  for (guint i = 0; i < received->lines->len; i++)
    {
      const Line *line = &g_array_index (received->lines, Line, i);
      guint row;

      if (!g_str_equal (line->sheet, sheet) || *line->column != '\0'
          || !g_ascii_isdigit (*line->row) || strlen (line->row) > digits)
        continue;
      row = jh_figures_add_row (figures, 0);
      jh_figures_set (figures, row, 0, jh_value_text (line->row));
      jh_figures_set (figures, row, 1, jh_value_text (line->words));
    }
  ck_assert_uint_gt (jh_figures_count (figures), 0);
  jh_subject_set_figures (workbook->subject, figures);
}

static Workbook
open_workbook (const Received *received)
{
  Workbook workbook
    = { jh_vocabulary_new (), NULL,
        jh_subject_new (2023, "510811", JH_MONEY_YUAN, FALSE),
        g_ptr_array_new_with_free_func ((GDestroyNotify) jh_grid_free) };
  g_autoptr (GError) error = NULL;

  for (int s = 1; s <= 13; s++)
    {
      g_autofree char *name = g_strdup_printf ("公开%02d", s);
      JhGrid *grid = make_grid (received, name);

      g_ptr_array_add (workbook.grids, grid);
      jh_vocabulary_add_sheet (workbook.vocabulary, name);
      jh_subject_set_grid (workbook.subject, grid);
    }
  jh_vocabulary_add_sheet (workbook.vocabulary, "对比");
  jh_books_figures_name (workbook.vocabulary);
  add_codes (&workbook, received, "类级科目", "公开03", 3);
  add_codes (&workbook, received, "经济科目", "公开05", 5);
  workbook.rules = jh_rulebook_load (workbook.vocabulary, &error);
  jh_assert_no_error (error);
  return workbook;
}

static void
close_workbook (Workbook *workbook)
{
  jh_rulebook_free (workbook->rules);
  jh_subject_free (workbook->subject);
  g_ptr_array_unref (workbook->grids);
  jh_vocabulary_free (workbook->vocabulary);
}

static GPtrArray *
examine (Workbook *workbook)
{
  GPtrArray *findings = jh_findings_new ();
  g_autoptr (GPtrArray) reports
    = jh_examine (workbook->rules, workbook->subject, findings);

  for (guint i = 0; i < reports->len; i++)
    {
      const JhRuleReport *report = reports->pdata[i];

      ck_assert_msg (report->outcome != JH_OUTCOME_FAILED, "%s: %s",
                     report->rule->id, report->why);
    }
  return findings;
}

START_TEST (a_received_workbook_that_agrees_has_no_findings)
{
  Received received = read_received ();
  Workbook workbook = open_workbook (&received);
  g_autoptr (GPtrArray) findings = examine (&workbook);

  ck_assert_msg (findings->len == 0, "%s %s",
                 findings->len ? ((JhFinding *) *findings->pdata)->rule : "",
                 findings->len ? ((JhFinding *) *findings->pdata)->message
                               : "");
  close_workbook (&workbook);
  received_clear (&received);
}
END_TEST

/* One wrong cell a sheet, and the rule that has to tell of it. */
static const struct
{
  const char *sheet;
  const char *row;
  const char *column;
  const char *rule;
} wrong[] = {
  { "公开01", "支/八、社会保障和就业支出", "决算数", "T01-2" },
  { "公开02", "201", "财政拨款收入", "T02-1" },
  { "公开03", "201", "基本支出", "T03-1" },
  { "公开04", "支/一、一般公共服务支出", "一般公共预算财政拨款", "T04-1" },
  { "公开05", "301", "一般公共预算财政拨款/基本支出", "T05-2" },
  { "公开06", "201", "基本支出", "T06-1" },
  { "公开07", "201", "基本工资", "T07-3" },
  { "公开08", "30101", "决算数", "T08-3" },
  { "公开09", "合计", "合计", "T09-2" },
  { "公开10", "212", "项目支出", "T10-1" },
  { "公开11", "合计", "本年收入", "T10-3" },
  { "公开12", "合计", "项目支出", "T06-1" },
  { "公开13", "金额", "决算数/公务用车购置及运行维护费/公务用车购置费",
    "T13-4" },
};

/* Whether one of the cells of @finding is the wrong one. */
static gboolean
names_cell (const JhFinding *finding, gsize which)
{
  for (guint i = 0; i < finding->cells->len; i++)
    {
      const JhFindingCell *cell = finding->cells->pdata[i];

      if (g_str_equal (cell->sheet, wrong[which].sheet)
          && g_str_equal (cell->row_key, wrong[which].row)
          && g_str_equal (cell->column_key, wrong[which].column))
        return TRUE;
    }
  return FALSE;
}

START_TEST (one_wrong_cell_is_told_by_exactly_one_finding)
{
  Received received = read_received ();
  Workbook workbook = open_workbook (&received);
  JhGrid *grid = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GString *roots = g_string_new (NULL);
  guint row, column, n_roots = 0;

  for (guint i = 0; i < workbook.grids->len; i++)
    if (g_str_equal (((JhGrid *) workbook.grids->pdata[i])->name,
                     wrong[_i].sheet))
      grid = workbook.grids->pdata[i];
  ck_assert_msg (
    jh_grid_find (grid, wrong[_i].row, wrong[_i].column, &row, &column)
      != NULL,
    "%s has no [%s, %s]", wrong[_i].sheet, wrong[_i].row, wrong[_i].column);
  jh_grid_edit_cell (grid, row, column)->money.fen += 1;
  findings = examine (&workbook);
  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      if (finding->cause)
        continue;
      n_roots++;
      g_string_append_printf (roots, "%s %s\n", finding->rule,
                              finding->message);
      ck_assert_str_eq (finding->rule, wrong[_i].rule);
      ck_assert (names_cell (finding, (gsize) _i));
      ck_assert_ptr_nonnull (strstr (finding->message, "0.01 元"));
    }
  ck_assert_msg (n_roots == 1, "%s: %u findings:\n%.1500s", wrong[_i].sheet,
                 n_roots, roots->str);
  g_string_free (roots, TRUE);
  close_workbook (&workbook);
  received_clear (&received);
}
END_TEST

/* Changes every amount of @grid in turn; how many there are goes to @all. The
 * ones that no check tells of are named in @missed. Returns how many are
 * told of. */
static guint
change_each (Workbook *workbook, JhGrid *grid, guint *all, GString *missed)
{
  guint caught = 0;

  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      {
        JhCell *cell = jh_grid_edit_cell (grid, r, c);
        const char *row = jh_grid_get_row_key (grid, r, c);
        const char *column = jh_grid_get_column_key (grid, r, c);
        g_autoptr (GPtrArray) findings = NULL;

        if (cell->kind != JH_CELL_MONEY)
          continue;
        cell->money.fen += 1;
        findings = examine (workbook);
        cell->money.fen -= 1;
        (*all)++;
        caught += findings->len > 0;
        if (findings->len == 0)
          g_string_append_printf (missed, "%s[%s, %s]\n", grid->name, row,
                                  column);
      }
  return caught;
}

START_TEST (a_change_of_any_amount_by_one_fen_is_told_of)
{
  Received received = read_received ();
  Workbook workbook = open_workbook (&received);
  GString *missed = g_string_new (NULL);
  guint all = 0, caught = 0;

  for (guint i = 0; i < workbook.grids->len; i++)
    caught += change_each (&workbook, workbook.grids->pdata[i], &all, missed);
  g_print (
    "# changes of one amount in 13 received sheets: %u of %u told of\n",
    caught, all);
  ck_assert_msg (missed->len == 0, "not told of:\n%.3000s", missed->str);
  ck_assert_uint_gt (all, 300);
  g_string_free (missed, TRUE);
  close_workbook (&workbook);
  received_clear (&received);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("boundary");
  TCase *cases = tcase_create ("received");

  tcase_add_test (cases, a_received_workbook_that_agrees_has_no_findings);
  tcase_add_loop_test (cases, one_wrong_cell_is_told_by_exactly_one_finding,
                       0, G_N_ELEMENTS (wrong));
  tcase_set_timeout (cases, 200);
  tcase_add_test (cases, a_change_of_any_amount_by_one_fen_is_told_of);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
