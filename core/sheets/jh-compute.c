#include "jh-compute.h"

#include <string.h>

#include "jh-compute-private.h"
#include "jh-error.h"
#include "jh-kept.h"
#include "jh-template.h"

void
jh_compute_each_line (JhComputation *computation, JhVisitLine visit)
{
  for (guint b = 0; b < computation->blocks->len; b++)
    {
      const JhPlacedBlock *block = computation->blocks->pdata[b];

      for (guint p = 0; p < block->panels->len; p++)
        {
          const JhPlacedPanel *panel = block->panels->pdata[p];

          for (guint s = 0; s < panel->sections->len; s++)
            {
              const GPtrArray *lines = panel->sections->pdata[s];

              for (guint i = 0; i < lines->len; i++)
                if (((JhLine *) lines->pdata[i])->spec->blank == 0)
                  visit (computation, panel, lines->pdata[i]);
            }
        }
    }
}

/* Facts first, then sums of rows, then what is computed from other columns,
 * then sums of that, such as the points of all rows. */
static void
fill_values (JhComputation *computation)
{
  jh_compute_each_line (computation, jh_compute_fill_plain);
  jh_compute_each_line (computation, jh_compute_fill_sums);
  jh_compute_each_line (computation, jh_compute_fill_columns);
  jh_compute_each_line (computation, jh_compute_fill_sums);
}

/* The words in @line of a column of words, or NULL when it has none. */
static char *
dup_words (JhComputation *computation, const JhLine *line,
           const JhColumn *column, guint index)
{
  const JhOccasion *occasion = &computation->occasion;
  const char *words = column->spec->words;

  if (index < line->spec->cells->len)
    words = line->spec->cells->pdata[index];
  else if (line->fact == NULL && line->spec->each == JH_EACH_FACT)
    return NULL;
  return jh_template_expand (words, occasion->books, occasion->object,
                             line->fact);
}

/* The label of @line: beside its code when it has one, else across the
 * columns for both. */
static void
put_label (JhComputation *computation, const JhPlacedPanel *panel,
           const JhLine *line, const JhColumn *column, guint index)
{
  JhGrid *grid = computation->grid;
  const JhColumn *next = index + 1 < panel->columns->len
                           ? panel->columns->pdata[index + 1]
                           : NULL;
  JhCell *cell = jh_grid_edit_cell (grid, line->at, column->at);

  if (column->spec->show == JH_SHOW_CODE && *line->code == '\0')
    {
      jh_grid_put_text (grid, line->at, column->at, JH_ROLE_CENTER,
                        line->label);
      if (next && next->spec->show == JH_SHOW_NAME)
        jh_grid_merge (grid, line->at, column->at, 1,
                       column->span + next->span);
      return;
    }
  if (cell->rows == 0)
    return;
  jh_grid_put_text (grid, line->at, column->at,
                    column->spec->show == JH_SHOW_CODE    ? JH_ROLE_CODE
                    : line->strong && *line->code == '\0' ? JH_ROLE_CENTER
                                                          : JH_ROLE_LABEL,
                    column->spec->show == JH_SHOW_CODE ? line->code
                                                       : line->label);
  if (column->spec->show == JH_SHOW_NAME)
    cell->indent = line->indent;
}

/* Words, or a blank cell where there are none. */
static void
put_words_in (JhComputation *computation, const JhLine *line,
              const JhColumn *column, const char *words)
{
  if (*words)
    jh_grid_set_text (computation->grid, line->at, column->at, JH_ROLE_WORDS,
                      words);
  else
    jh_compute_cell (computation, line, column)->role = JH_ROLE_WORDS;
}

static void
fill_labels (JhComputation *computation, const JhPlacedPanel *panel,
             JhLine *line)
{
  guint words_index = 0;

  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];
      JhShow show = column->spec->show;
      g_autofree char *words = NULL;

      if (show == JH_SHOW_CODE || show == JH_SHOW_NAME)
        put_label (computation, panel, line, column, c);
      else if (show == JH_SHOW_WORDS)
        words = dup_words (computation, line, column, words_index);
      if (words)
        {
          put_words_in (computation, line, column, words);
          words_index++;
        }
    }
}

static void
set_row_key (JhComputation *computation, const JhPlacedPanel *panel,
             JhLine *line)
{
  const JhColumn *first = panel->columns->pdata[0];
  const JhColumn *last = panel->columns->pdata[panel->columns->len - 1];

  if (line->key)
    jh_grid_put_row_key (computation->grid, line->at, first->at,
                         last->at + last->span - first->at, line->key);
}

/* Gives the cells of @lines in @column the key of the column. */
static void
set_column_key (JhGrid *grid, const GPtrArray *lines, const JhColumn *column)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const JhLine *line = lines->pdata[i];

      if (line->spec->blank == 0)
        jh_grid_put_column_key (grid, line->at, column->at, column->key);
    }
}

static void
set_column_keys (JhComputation *computation, const JhPlacedPanel *panel)
{
  for (guint s = 0; s < panel->sections->len; s++)
    for (guint c = 0; c < panel->columns->len; c++)
      set_column_key (computation->grid, panel->sections->pdata[s],
                      panel->columns->pdata[c]);
}

static void
fill_grid (JhComputation *computation)
{
  guint group = 0;
  const char *head = NULL;

  fill_values (computation);
  jh_compute_each_line (computation, fill_labels);
  jh_compute_each_line (computation, set_row_key);
  jh_compute_each_line (computation, jh_compute_dress);
  for (guint b = 0; b < computation->blocks->len; b++)
    {
      const JhPlacedBlock *block = computation->blocks->pdata[b];

      for (guint p = 0; p < block->panels->len; p++)
        {
          const JhPlacedPanel *panel = block->panels->pdata[p];

          set_column_keys (computation, panel);
          jh_compute_finish_rows (computation, block, panel, p);
          jh_compute_merge_equal (computation, block, panel);
          jh_compute_describe_columns (computation, panel, &group, &head);
        }
      jh_compute_header (computation, block);
    }
}

/* Whether any figure of the grid is other than blank and zero. */
static gboolean
has_figures (const JhGrid *grid)
{
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        const JhCell *cell = jh_grid_get_cell (grid, row, column);

        if (cell->kind == JH_CELL_MONEY && cell->money.fen != 0)
          return TRUE;
      }
  return FALSE;
}

/* Puts @words, filled in, in the place of the text at @place. */
static void
put_words (JhComputation *computation, char **place, const char *words)
{
  g_free (*place);
  *place = jh_template_expand (words, computation->occasion.books,
                               computation->occasion.object, NULL);
}

static void
add_note (JhComputation *computation, const char *words)
{
  char *note = NULL;

  put_words (computation, &note, words);
  g_ptr_array_add (computation->grid->notes, note);
}

/* The heading and the paper. */
static void
fill_head (JhComputation *computation)
{
  const JhSheet *sheet = computation->sheet;
  JhGrid *grid = computation->grid;

  put_words (computation, &grid->name, sheet->name);
  put_words (computation, &grid->tab, sheet->tab);
  put_words (computation, &grid->number, sheet->number);
  put_words (computation, &grid->title, sheet->title);
  put_words (computation, &grid->subtitle, sheet->subtitle);
  put_words (computation, &grid->unit_name, "{unit}");
  grid->unit = sheet->unit >= 0
                 ? (JhMoneyUnit) sheet->unit
                 : computation->occasion.books->filing->money_unit;
  grid->shows_unit = sheet->shows_unit;
  grid->landscape = sheet->landscape;
  grid->pages_wide = sheet->pages_wide;
  grid->frozen_columns = MIN (sheet->frozen_columns, grid->n_columns);
  if (computation->blocks->len == 1)
    grid->header_rows
      = ((const JhPlacedBlock *) computation->blocks->pdata[0])->depth;
  for (guint i = 0; i < sheet->notes->len; i++)
    add_note (computation, sheet->notes->pdata[i]);
  if (*sheet->empty && !has_figures (grid))
    add_note (computation, sheet->empty);
}

void
jh_computation_note (JhComputation *computation, const JhLine *line,
                     const JhColumn *column, JhOriginKind kind)
{
  gsize at = (gsize) line->at * computation->grid->n_columns + column->at;

  if (computation->origins)
    computation->origins[at] = kind;
}

/* Refuses a grid that is larger than a grid may be. */
static gboolean
check_size (const JhSheet *sheet, guint n_rows, guint n_columns,
            GError **error)
{
  if ((guint64) n_rows * n_columns <= JH_GRID_CELLS_MAX)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "“%s”有 %u 行 %u 栏，太大了，无法生成", sheet->name, n_rows,
               n_columns);
  return FALSE;
}

gboolean
jh_computation_run (JhComputation *computation, gboolean traced,
                    GError **error)
{
  const JhSheet *sheet = computation->sheet;
  guint n_rows, n_columns;

  computation->occasion.texts = jh_texts_new ();
  computation->blocks
    = jh_layout (sheet, &computation->occasion, &n_rows, &n_columns);
  if (!check_size (sheet, n_rows, n_columns, error))
    return FALSE;
  computation->grid = jh_grid_new (n_rows, n_columns);
  jh_grid_share (computation->grid, computation->occasion.texts);
  jh_grid_share (computation->grid,
                 jh_kept_get_texts (computation->occasion.kept));
  computation->named = g_hash_table_new_full (NULL, NULL, NULL,
                                              (GDestroyNotify) g_array_unref);
  if (traced)
    computation->origins = g_malloc0 ((gsize) n_rows * n_columns);
  fill_grid (computation);
  fill_head (computation);
  if (computation->effort <= JH_COMPUTE_EFFORT_MAX)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "“%s”的定义里，合计套合计套得太多，算不完", sheet->name);
  return FALSE;
}

void
jh_computation_clear (JhComputation *computation)
{
  g_clear_pointer (&computation->blocks, g_ptr_array_unref);
  g_clear_pointer (&computation->named, g_hash_table_unref);
  g_clear_pointer (&computation->grid, jh_grid_free);
  g_clear_pointer (&computation->occasion.texts, jh_texts_unref);
  g_clear_pointer (&computation->origins, g_free);
}
