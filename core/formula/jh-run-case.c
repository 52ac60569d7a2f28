/* What is told of one case: values for its message, what it read, and how
 * it was worked out. */
#include "jh-error.h"
#include "jh-run-private.h"

/* What has to come back after something else was worked out in a case. */
typedef struct
{
  const JhFormula *formula;
  GArray *sources;
  gboolean holds;
  gboolean compared;
  JhValue left;
  JhValue right;
  gboolean rounding;
  const JhNode *comparison;
  JhBound sides[JH_SLOT_FIRST];
} Kept;

static Kept
keep (const JhRun *run)
{
  Kept kept = { .formula = run->formula,
                .sources = run->sources,
                .holds = run->holds,
                .compared = run->compared,
                .left = run->left,
                .right = run->right,
                .rounding = run->rounding,
                .comparison = run->comparison };

  for (guint i = 0; i < JH_SLOT_FIRST; i++)
    kept.sides[i] = run->bound[i];
  return kept;
}

static void
restore (JhRun *run, const Kept *kept)
{
  if (run->sources != kept->sources)
    g_array_unref (run->sources);
  run->sources = kept->sources;
  run->formula = kept->formula;
  run->holds = kept->holds;
  run->compared = kept->compared;
  run->left = kept->left;
  run->right = kept->right;
  run->rounding = kept->rounding;
  run->comparison = kept->comparison;
  for (guint i = 0; i < JH_SLOT_FIRST; i++)
    run->bound[i] = kept->sides[i];
}

/* Goes on with @formula instead of the one that runs. */
static void
enter (JhRun *run, const JhFormula *formula)
{
  if (formula == run->formula)
    return;
  run->formula = formula;
  run->sources = jh_run_find_sources (run, formula);
}

/* Lets 左, 右 and 差 stand for what the comparison came to. */
static void
bind_sides (JhRun *run)
{
  JhValue difference = jh_value_blank ();
  JhValue values[JH_SLOT_FIRST]
    = { jh_value_blank (), jh_value_blank (), jh_value_blank () };

  if (run->compared)
    {
      values[JH_SLOT_LEFT] = run->left;
      values[JH_SLOT_RIGHT] = run->right;
      if (jh_value_add (run->left, run->right, TRUE, &difference, NULL))
        values[JH_SLOT_DIFFERENCE] = difference;
    }
  for (guint i = 0; i < JH_SLOT_FIRST; i++)
    run->bound[i] = (JhBound){ .value = values[i] };
}

gboolean
jh_run_work_out (JhRun *run, const JhFormula *inside, JhValue *value,
                 GError **error)
{
  Kept kept = keep (run);
  gboolean done;

  bind_sides (run);
  enter (run, inside);
  done = jh_run_value (run, inside->root, value);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&run->fault));
  restore (run, &kept);
  return done;
}

static void
read_free (gpointer data)
{
  JhRead *read = data;

  g_free (read->words);
  g_free (read->sheet);
  g_free (read->row_key);
  g_free (read->column_key);
  g_free (read);
}

static JhRead *
read_of_cell (const JhReadPlace *place)
{
  const JhGrid *grid = place->grid;
  const char *row
    = jh_grid_get_row_key (grid, place->place.row, place->place.column);
  const char *column
    = jh_grid_get_column_key (grid, place->place.row, place->place.column);
  JhRead *read = g_new0 (JhRead, 1);

  read->words
    = g_strdup_printf ("%s%s[%s, %s]", place->before ? "上年" : "",
                       grid->name, row ? row : "", column ? column : "");
  read->sheet = g_strdup (place->before ? "" : grid->name);
  read->row_key = g_strdup (row ? row : "");
  read->column_key = g_strdup (column ? column : "");
  read->table = "";
  read->field = "";
  return read;
}

static JhRead *
read_of_figure (const JhReadPlace *place)
{
  const JhFigures *figures = place->figures;
  const JhFiguresKind *kind = jh_figures_get_kind (figures);
  JhRead *read = g_new0 (JhRead, 1);

  read->words = g_strdup_printf (
    "%s%s 第 %u 行 的 %s", place->before ? "上年" : "", kind->name,
    place->row + 1, (const char *) kind->columns->pdata[place->column]);
  read->sheet = g_strdup ("");
  read->row_key = g_strdup ("");
  read->column_key = g_strdup ("");
  read->table = place->before ? "" : jh_figures_get_table (figures);
  read->id = place->before ? 0 : jh_figures_get_id (figures, place->row);
  read->field
    = place->before ? "" : jh_figures_get_field (figures, place->column);
  read->value = jh_figures_get (figures, place->row, place->column);
  return read;
}

static GPtrArray *
tell_reads (JhRun *run)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (read_free);

  for (guint i = 0; i < run->reads->len; i++)
    {
      const JhReadPlace *place = &g_array_index (run->reads, JhReadPlace, i);
      JhRead *read
        = place->grid ? read_of_cell (place) : read_of_figure (place);

      if (place->grid)
        read->value = jh_run_cell_value (jh_grid_get_cell (
          place->grid, place->place.row, place->place.column));
      g_ptr_array_add (list, read);
    }
  return list;
}

/* The figures that @node reads, which is worked out once more for it. */
static GPtrArray *
list_reads (JhRun *run, const JhFormula *formula, const JhNode *node)
{
  Kept kept = keep (run);
  JhValue value;
  GPtrArray *list;

  run->reads = g_array_new (FALSE, FALSE, sizeof (JhReadPlace));
  enter (run, formula);
  /* What cannot be worked out has read what it has read. */
  if (!jh_run_value (run, node, &value))
    g_clear_error (&run->fault);
  list = tell_reads (run);
  g_clear_pointer (&run->reads, g_array_unref);
  restore (run, &kept);
  return list;
}

GPtrArray *
jh_run_list_reads (JhRun *run)
{
  return list_reads (run, run->formula, run->condition);
}

GPtrArray *
jh_run_list_reads_of (JhRun *run, const JhFormula *inside)
{
  return list_reads (run, inside, inside->root);
}

static void
step_free (gpointer data)
{
  JhStep *step = data;

  g_free (step->written);
  g_free (step->result);
  g_free (step);
}

GPtrArray *
jh_run_list_steps (JhRun *run)
{
  Kept kept = keep (run);
  GPtrArray *list = g_ptr_array_new_with_free_func (step_free);
  JhValue value;

  run->steps_told = list;
  run->depth = 0;
  if (!jh_run_value (run, run->condition, &value))
    g_clear_error (&run->fault);
  run->steps_told = NULL;
  restore (run, &kept);
  return list;
}
