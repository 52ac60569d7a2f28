#include "formula-fixture.h"

#include <string.h>

static const char *const rows[]
  = { "合计", "201", "20101", "2010101", "2010102", "20102", "205", "结余" };

static void
set_money (JhGrid *grid, guint row, guint column, gint64 fen)
{
  JhCell *cell = jh_grid_edit_cell (grid, row, column);

  cell->kind = JH_CELL_MONEY;
  cell->money = jh_money (fen);
}

/* The columns: names without a key, 决算 and 预算 in 分, words. */
static JhGrid *
make_grid (gint64 factor)
{
  static const gint64 actual[] = { 1000, 700, 500, 300, 200, 200, 300, 0 };
  static const char *const columns[] = { NULL, "决算", "预算", "备注" };
  JhGrid *grid = jh_grid_new (G_N_ELEMENTS (rows), 4);

  g_free (grid->name);
  grid->name = g_strdup ("公开02");
  g_ptr_array_add (grid->notes, g_strdup ("注：如此。"));
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autofree char *label = g_strconcat ("名", rows[r], NULL);

      jh_grid_set_row_key (grid, r, 0, 4, rows[r]);
      jh_grid_set_text (grid, r, 0, JH_ROLE_LABEL, label);
      for (guint c = 1; c < 4; c++)
        jh_grid_set_column_key (grid, r, c, columns[c]);
      set_money (grid, r, 1, actual[r] * factor * 10000);
      if (r < 4)
        set_money (grid, r, 2, 1000000);
    }
  jh_grid_set_text (grid, 0, 3, JH_ROLE_WORDS, "无");
  return grid;
}

void
fixture_spend (Fixture *fixture, const char *item, const char *category,
               gint64 fen)
{
  JhFigures *figures = fixture->spending;
  guint row = jh_figures_add_row (figures, 0);

  jh_figures_set (figures, row, 0, jh_value_text (item));
  jh_figures_set (figures, row, 1, jh_value_text (category));
  jh_figures_set (figures, row, 2, jh_value_money (jh_money (fen)));
  jh_figures_set (figures, row, 4, jh_value_number (row + 1, 1));
}

static void
add_figures (Fixture *fixture)
{
  static const char *const spent[]
    = { "功能", "类别", "决算", "预算", "份数", NULL };
  static const char *const project[] = { "编号", "名称", NULL };
  const JhFiguresKind *projects
    = jh_vocabulary_add_figures (fixture->vocabulary, "项目", project);

  fixture->kind
    = jh_vocabulary_add_figures (fixture->vocabulary, "支出", spent);
  fixture->spending = jh_figures_new (fixture->kind);
  fixture->projects = jh_figures_new (projects);
  fixture_spend (fixture, "2010101", "基本", 3000000);
  fixture_spend (fixture, "2010102", "项目", 2000000);
  fixture_spend (fixture, "205", "基本", 3000000);
  for (guint i = 0; i < 2; i++)
    {
      guint row = jh_figures_add_row (fixture->projects, i + 7);

      jh_figures_set (fixture->projects, row, 0,
                      jh_value_text (i == 0 ? "P1" : "P2"));
    }
  jh_figures_set (fixture->projects, 0, 1, jh_value_text ("修路"));
  jh_subject_set_figures (fixture->subject, fixture->spending);
  jh_subject_set_figures (fixture->subject, fixture->projects);
}

Fixture *
fixture_new (JhMoneyUnit unit, gboolean rounded)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->vocabulary = jh_vocabulary_new ();
  jh_vocabulary_add_sheet (fixture->vocabulary, "公开02");
  jh_vocabulary_add_sheet (fixture->vocabulary, "公开12");
  fixture->subject = jh_subject_new (2025, "510502", unit, rounded);
  fixture->before = jh_subject_new (2024, "510502", unit, rounded);
  fixture->grid = make_grid (1);
  fixture->before_grid = make_grid (2);
  jh_subject_set_grid (fixture->subject, fixture->grid);
  jh_subject_set_grid (fixture->before, fixture->before_grid);
  jh_subject_set_before (fixture->subject, fixture->before);
  jh_subject_set_limit (fixture->subject, "上限", jh_value_number (3, 10));
  add_figures (fixture);
  return fixture;
}

void
fixture_free (Fixture *fixture)
{
  jh_subject_free (fixture->subject);
  jh_subject_free (fixture->before);
  jh_figures_unref (fixture->spending);
  jh_figures_unref (fixture->projects);
  jh_vocabulary_free (fixture->vocabulary);
  jh_grid_free (fixture->grid);
  jh_grid_free (fixture->before_grid);
  g_free (fixture);
}

/* An expression to be worked out, and what came of it. */
typedef struct
{
  const JhFormula *inside;
  char *result;
} Asked;

static void
work_out_cb (JhRun *run, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GError) error = NULL;
  JhValue value;

  if (jh_run_work_out (run, asked->inside, &value, &error))
    asked->result = jh_value_format (value, jh_run_get_unit (run));
  else
    asked->result = g_strconcat ("!", error->message, NULL);
}

char *
fixture_work_out (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFormula) outer
    = jh_formula_parse ("1 = 2", fixture->vocabulary, NULL, NULL);
  g_autoptr (JhFormula) inside = jh_formula_parse_inside (
    text, fixture->vocabulary, outer, NULL, &error);
  g_autoptr (JhRun) run = jh_run_new (fixture->subject);
  Asked asked = { inside, NULL };

  if (inside == NULL)
    return g_strconcat ("?", error->message, NULL);
  ck_assert (jh_run_formula (run, outer, FALSE, work_out_cb, &asked, NULL));
  return asked.result;
}

static void
tell_case_cb (JhRun *run, gpointer data)
{
  g_autofree char *which = jh_run_dup_case (run);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  JhValue left = jh_value_blank (), right = jh_value_blank ();
  gboolean rounding = FALSE;
  GString *told = data;

  if (jh_run_get_sides (run, &left, &right, &rounding))
    {
      a = jh_value_format (left, jh_run_get_unit (run));
      b = jh_value_format (right, jh_run_get_unit (run));
    }
  g_string_append_printf (told, "%s|%s|%s%s;", which, a ? a : "", b ? b : "",
                          rounding ? "≈" : "");
}

char *
fixture_run (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFormula) formula
    = jh_formula_parse (text, fixture->vocabulary, NULL, &error);
  g_autoptr (JhRun) run = jh_run_new (fixture->subject);
  GString *told;

  if (formula == NULL)
    return g_strconcat ("?", error->message, NULL);
  told = g_string_new (NULL);
  if (!jh_run_formula (run, formula, FALSE, tell_case_cb, told, &error))
    g_string_append_printf (told, "!%s", error->message);
  return g_string_free (told, FALSE);
}

static void
expect (const FormulaCase *one, const char *got)
{
  gsize length = strlen (one->expected);
  gboolean same = length > 0 && one->expected[length - 1] == '*'
                    ? strncmp (got, one->expected, length - 1) == 0
                    : strcmp (got, one->expected) == 0;

  ck_assert_msg (same, "“%s” comes to “%s”, not “%s”", one->text, got,
                 one->expected);
}

void
fixture_expect (const FormulaCase *cases, gsize count)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);

  for (gsize i = 0; i < count; i++)
    {
      g_autofree char *got = fixture_work_out (fixture, cases[i].text);

      expect (&cases[i], got);
    }
}

void
fixture_expect_run (const FormulaCase *cases, gsize count)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);

  for (gsize i = 0; i < count; i++)
    {
      g_autofree char *got = fixture_run (fixture, cases[i].text);

      expect (&cases[i], got);
    }
}
