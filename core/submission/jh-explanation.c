#include "jh-explanation.h"

static void
line_free (gpointer data)
{
  JhExplanationLine *line = data;

  g_free (line->words);
  g_free (line->amount);
  g_free (line->table);
  g_free (line->field);
  g_free (line);
}

void
jh_explanation_free (JhExplanation *explanation)
{
  if (explanation == NULL)
    return;
  g_free (explanation->label);
  g_free (explanation->value);
  g_free (explanation->words);
  g_free (explanation->total);
  g_ptr_array_unref (explanation->lines);
  g_free (explanation);
}

/* What @cell shows, as it is read out. */
static char *
dup_value (const JhGrid *grid, const JhCell *cell)
{
  g_autofree char *text = jh_grid_dup_cell_text (grid, cell, TRUE);

  if (cell->kind == JH_CELL_NONE)
    return g_strdup ("不适用");
  if (*text == '\0')
    return g_strdup ("空白");
  if (cell->kind == JH_CELL_MONEY)
    return g_strdup_printf ("%s %s", text, jh_money_unit_name (grid->unit));
  return g_steal_pointer (&text);
}

static void
add_source (JhExplanation *explanation, const JhSource *source,
            const JhBooks *books, JhMoneyUnit unit)
{
  JhExplanationLine *line = g_new0 (JhExplanationLine, 1);

  line->words = jh_source_dup_words (source, books);
  line->amount = jh_source_dup_amount (source, unit);
  line->table = g_strdup (source->row->table->name);
  line->row = source->row->id;
  line->field = g_strdup (source->field->name);
  line->last_year = source->last_year;
  g_ptr_array_add (explanation->lines, line);
}

/* One line for the sources from @first on. */
static void
add_rest (JhExplanation *explanation, const GArray *sources, guint first,
          JhMoneyUnit unit)
{
  JhExplanationLine *line = g_new0 (JhExplanationLine, 1);
  JhMoney sum = jh_money_blank ();

  for (guint i = first; i < sources->len; i++)
    sum = jh_money_add (
      sum, jh_source_get_money (&g_array_index (sources, JhSource, i)));
  line->words = g_strdup_printf ("其余 %u 行", sources->len - first);
  line->amount = jh_money_format (sum, unit, TRUE);
  line->table = g_strdup ("");
  line->field = g_strdup ("");
  g_ptr_array_add (explanation->lines, line);
}

/* The facts behind the cell, and what they add up to. */
static void
add_sources (JhExplanation *explanation, const JhReport *report,
             const GArray *sources, JhMoneyUnit unit)
{
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < sources->len; i++)
    {
      const JhSource *source = &g_array_index (sources, JhSource, i);

      sum = jh_money_add (sum, jh_source_get_money (source));
      if (i < JH_EXPLANATION_LINES_MAX)
        add_source (explanation, source, jh_report_get_books (report), unit);
    }
  if (sources->len > JH_EXPLANATION_LINES_MAX)
    add_rest (explanation, sources, JH_EXPLANATION_LINES_MAX, unit);
  g_free (explanation->total);
  explanation->total = jh_money_format (sum, unit, TRUE);
}

/* The cells that the cell is computed from. */
static void
add_cells (JhExplanation *explanation, JhReport *report, const GArray *cells)
{
  JhTrace *trace = jh_report_get_trace (report);
  const JhGrid *grid = jh_trace_get_grid (trace);

  for (guint i = 0; i < cells->len && i < JH_EXPLANATION_LINES_MAX; i++)
    {
      JhGridPlace at = g_array_index (cells, JhGridPlace, i);
      JhExplanationLine *line = g_new0 (JhExplanationLine, 1);

      line->words = jh_trace_dup_label (trace, at.row, at.column);
      line->amount = jh_grid_dup_cell_text (
        grid, jh_grid_get_cell (grid, at.row, at.column), TRUE);
      line->table = g_strdup ("");
      line->field = g_strdup ("");
      line->is_cell = TRUE;
      line->cell = at;
      g_ptr_array_add (explanation->lines, line);
    }
}

JhExplanation *
jh_explanation_new (JhReport *report, JhGridPlace place)
{
  JhTrace *trace = jh_report_get_trace (report);
  const JhGrid *grid = jh_trace_get_grid (trace);
  JhExplanation *explanation = g_new0 (JhExplanation, 1);
  g_autoptr (JhOrigin) origin
    = jh_trace_find (trace, place.row, place.column);
  g_autoptr (GArray) sources
    = jh_trace_list_sources (trace, place.row, place.column);

  explanation->label = jh_trace_dup_label (trace, place.row, place.column);
  explanation->value
    = dup_value (grid, jh_grid_get_cell (grid, place.row, place.column));
  explanation->words = jh_trace_dup_words (trace, place.row, place.column);
  explanation->lines = g_ptr_array_new_with_free_func (line_free);
  explanation->total = g_strdup ("");
  if (sources->len > 0)
    add_sources (explanation, report, sources, grid->unit);
  else
    add_cells (explanation, report, origin->cells);
  return explanation;
}
