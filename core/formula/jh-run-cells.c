/* Cells of grids, by their keys. */
#include <string.h>

#include "jh-nearest.h"
#include "jh-run-private.h"

const JhGridIndex *
jh_run_get_index (JhRun *run, const JhNode *node)
{
  const JhGridIndex *index
    = g_array_index (run->sources, JhRunSource, node->source).index;

  if (index == NULL)
    jh_run_fail (run, node, "没有%s%s这张表", node->before ? "上年的" : "",
                 node->sheet);
  return index;
}

JhValue
jh_run_cell_value (const JhCell *cell)
{
  switch (cell->kind)
    {
    case JH_CELL_MONEY:
      return jh_value_money (cell->money);
    case JH_CELL_RATE:
      return jh_ratio_is_known (cell->rate) ? jh_value_number (
               cell->rate.numerator, cell->rate.denominator)
                                            : jh_value_blank ();
    case JH_CELL_POINTS:
      return jh_value_number (cell->points, 100);
    case JH_CELL_COUNT:
      return jh_value_number (cell->count, 1);
    case JH_CELL_TEXT:
      return jh_value_text (cell->text);
    case JH_CELL_BLANK:
    case JH_CELL_NONE:
      break;
    }
  return jh_value_blank ();
}

/* Which way the lines of a key lie. */
typedef struct
{
  const JhGridIndex *index;
  const JhNode *node;
  gboolean is_row;
} Axis;

static JhGridLine *
find_line (const Axis *axis, const char *key)
{
  return axis->is_row ? jh_grid_index_find_row (axis->index, key)
                      : jh_grid_index_find_column (axis->index, key);
}

static GPtrArray *
all_lines (const Axis *axis)
{
  return axis->is_row ? axis->index->rows : axis->index->columns;
}

static void
add_line (GPtrArray *lines, const JhGridLine *line)
{
  if (line)
    g_ptr_array_add (lines, (gpointer) line);
}

/* Adds the lines whose keys @pattern is like. */
static void
add_alike (const Axis *axis, const GPatternSpec *pattern, GPtrArray *lines)
{
  for (guint i = 0; i < all_lines (axis)->len; i++)
    {
      JhGridLine *line = all_lines (axis)->pdata[i];

      if (g_pattern_spec_match_string ((GPatternSpec *) pattern, line->key))
        g_ptr_array_add (lines, line);
    }
}

/* Says that the grid has no line called @key. */
static void
fail_line (JhRun *run, const Axis *axis, const char *key)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *near = NULL;

  for (guint i = 0; i < all_lines (axis)->len; i++)
    {
      const JhGridLine *line = all_lines (axis)->pdata[i];

      g_ptr_array_add (names, (gpointer) line->key);
    }
  near = jh_nearest_dup (names, key);
  jh_run_fail (run, axis->node, "%s里没有“%s”这一%s，%s", axis->node->sheet,
               key, axis->is_row ? "行" : "栏", near);
}

/* The lines of a key that is the same in every case; kept by the index. */
static GPtrArray *
find_fixed (const Axis *axis, const JhKey *key)
{
  GPtrArray *lines = g_hash_table_lookup (axis->index->resolved, key);

  if (lines)
    return lines;
  lines = g_ptr_array_new ();
  if (key->kind == JH_KEY_PATTERN)
    {
      add_alike (axis, key->pattern, lines);
    }
  else
    {
      add_line (lines, find_line (axis, key->text));
    }
  g_hash_table_insert (axis->index->resolved, (gpointer) key, lines);
  return lines;
}

/* As find_fixed(), with a fault for a name that has to be there. */
static GPtrArray *
resolve_fixed (JhRun *run, const Axis *axis, const JhKey *key)
{
  GPtrArray *lines = find_fixed (axis, key);

  if (lines->len == 0 && key->kind == JH_KEY_NAME)
    fail_line (run, axis, key->text);
  return lines;
}

/* The line that a name stands for; NULL for none. */
static const JhGridLine *
resolve_one (JhRun *run, const Axis *axis, const JhKey *key)
{
  const JhBound *bound = &run->bound[key->slot];

  if (bound->line && bound->index == axis->index)
    return bound->line;
  return bound->value.kind == JH_VALUE_TEXT
           ? find_line (axis, bound->value.text)
           : NULL;
}

/* The lines whose keys @words, with * for anything, is like; kept by the
 * index. */
static const GPtrArray *
find_alike (const Axis *axis, const char *words)
{
  GHashTable *kept
    = axis->is_row ? axis->index->alike_rows : axis->index->alike_columns;
  GPtrArray *lines = g_hash_table_lookup (kept, words);
  g_autoptr (GPatternSpec) pattern = NULL;

  if (lines)
    return lines;
  pattern = g_pattern_spec_new (words);
  lines = g_ptr_array_new ();
  add_alike (axis, pattern, lines);
  g_hash_table_insert (kept, g_strdup (words), lines);
  return lines;
}

/* Adds the lines of the key that an expression gives, in which * stands for
 * anything. */
static void
add_computed (JhRun *run, const Axis *axis, const JhKey *key,
              GPtrArray *lines)
{
  const char *words = "";
  gboolean done;

  run->quiet++;
  done = jh_run_words (run, key->node, &words);
  run->quiet--;
  if (!done || *words == '\0')
    return;
  if (!strchr (words, '*'))
    add_line (lines, find_line (axis, words));
  else if (jh_run_take_steps (run, axis->node, all_lines (axis)->len))
    g_ptr_array_extend (lines, (GPtrArray *) find_alike (axis, words), NULL,
                        NULL);
}

static gboolean resolve (JhRun *run, const Axis *axis, const JhKey *key,
                         GPtrArray *lines);

static void
add_descendants (const JhGridLine *line, gboolean leaves, GPtrArray *lines)
{
  for (guint i = 0; line->below && i < line->below->len; i++)
    {
      JhGridLine *below = line->below->pdata[i];

      if (!leaves || below->below == NULL)
        g_ptr_array_add (lines, below);
      add_descendants (below, leaves, lines);
    }
}

/* The codes next under @line, or NULL; under what is no code stand all the
 * uppermost. */
static const GPtrArray *
children_of (const Axis *axis, const JhGridLine *line)
{
  return line->is_code ? line->below : axis->index->uppermost;
}

/* The codes under @line. */
static void
add_under (const Axis *axis, const JhGridLine *line, JhKeyKind kind,
           GPtrArray *lines)
{
  const JhGridLine uppermost = { .below = axis->index->uppermost };

  if (!line->is_code)
    line = &uppermost;
  if (kind != JH_KEY_CHILDREN)
    add_descendants (line, kind == JH_KEY_LEAVES, lines);
  else if (line->below)
    g_ptr_array_extend (lines, line->below, NULL, NULL);
}

static gboolean
resolve_under (JhRun *run, const Axis *axis, const JhKey *key,
               GPtrArray *lines)
{
  g_autoptr (GPtrArray) over = g_ptr_array_new ();

  if (!axis->is_row)
    return jh_run_fail (run, axis->node, "只有行才有下级");
  if (!resolve (run, axis, key->of, over))
    return FALSE;
  for (guint i = 0; i < over->len; i++)
    add_under (axis, over->pdata[i], key->kind, lines);
  return TRUE;
}

/* Adds the lines that @key stands for. */
static gboolean
resolve (JhRun *run, const Axis *axis, const JhKey *key, GPtrArray *lines)
{
  switch (key->kind)
    {
    case JH_KEY_NAME:
    case JH_KEY_CODE:
    case JH_KEY_PATTERN:
      g_ptr_array_extend (lines, resolve_fixed (run, axis, key), NULL, NULL);
      break;
    case JH_KEY_SLOT:
      add_line (lines, resolve_one (run, axis, key));
      break;
    case JH_KEY_COMPUTED:
      add_computed (run, axis, key, lines);
      break;
    case JH_KEY_CHILDREN:
    case JH_KEY_DESCENDANTS:
    case JH_KEY_LEAVES:
      return resolve_under (run, axis, key, lines);
    }
  return run->fault == NULL;
}

/* Lines that keys stand for.
 *
 * lines: borrowed, from the index, from `one` or from `own` */
typedef struct
{
  gpointer *lines;
  guint len;
  gpointer one;
  GPtrArray *own;
} Lines;

static gboolean
borrow (Lines *lines, const GPtrArray *from)
{
  lines->lines = from ? from->pdata : NULL;
  lines->len = from ? from->len : 0;
  return TRUE;
}

static gboolean
take_one (Lines *lines, const JhGridLine *line)
{
  lines->one = (gpointer) line;
  lines->lines = &lines->one;
  lines->len = line != NULL;
  return TRUE;
}

/* The lines of @key where they need not be gathered; FALSE when they do, or
 * with a fault. */
static gboolean
resolve_simple (JhRun *run, const Axis *axis, const JhKey *key, Lines *lines)
{
  Lines over = { 0 };

  switch (key->kind)
    {
    case JH_KEY_NAME:
    case JH_KEY_CODE:
    case JH_KEY_PATTERN:
      return borrow (lines, resolve_fixed (run, axis, key));
    case JH_KEY_SLOT:
      return take_one (lines, resolve_one (run, axis, key));
    case JH_KEY_CHILDREN:
      if (!axis->is_row || !resolve_simple (run, axis, key->of, &over)
          || over.len > 1)
        return FALSE;
      return borrow (lines,
                     over.len == 0 ? NULL : children_of (axis, *over.lines));
    case JH_KEY_COMPUTED:
    case JH_KEY_DESCENDANTS:
    case JH_KEY_LEAVES:
      break;
    }
  return FALSE;
}

/* The lines that @keys stand for; FALSE with a fault. */
static gboolean
resolve_all (JhRun *run, const Axis *axis, const GPtrArray *keys,
             Lines *lines)
{
  if (keys->len == 1 && resolve_simple (run, axis, keys->pdata[0], lines))
    return run->fault == NULL;
  lines->own = g_ptr_array_new ();
  for (guint i = 0; i < keys->len; i++)
    if (!resolve (run, axis, keys->pdata[i], lines->own))
      return FALSE;
  return borrow (lines, lines->own);
}

/* Where rows and columns meet. */
typedef struct
{
  const JhGridIndex *index;
  Lines rows;
  Lines columns;
} Selection;

static void
selection_clear (Selection *selection)
{
  g_clear_pointer (&selection->rows.own, g_ptr_array_unref);
  g_clear_pointer (&selection->columns.own, g_ptr_array_unref);
}

static gboolean
select_cells (JhRun *run, const JhNode *node, Selection *selection)
{
  Axis axis = { NULL, node, TRUE };

  selection->index = jh_run_get_index (run, node);
  if (selection->index == NULL)
    return FALSE;
  if (node->rows == NULL)
    return jh_run_fail (run, node, "没有说是表里的哪一格");
  axis.index = selection->index;
  if (!resolve_all (run, &axis, node->rows, &selection->rows))
    return FALSE;
  axis.is_row = FALSE;
  return resolve_all (run, &axis, node->columns, &selection->columns);
}

/* Tells of the cells where one row and one column meet. */
static gboolean
tell_cells (JhRun *run, const JhNode *node, const Selection *selection,
            guint r, guint c, JhGatherFunc func, gpointer data)
{
  const JhCell *cell;
  JhGridPlace place;
  guint state = 0;

  if (!jh_run_take_steps (run, node, 1))
    return FALSE;
  while (
    (cell = jh_grid_index_next (selection->index, selection->rows.lines[r],
                                selection->columns.lines[c], &state, &place)))
    {
      jh_run_note_read (run, (JhReadPlace){ .grid = selection->index->grid,
                                            .place = place,
                                            .before = node->before });
      if (!jh_run_take_steps (run, node, 1)
          || !func (run, jh_run_cell_value (cell), data))
        return FALSE;
    }
  return TRUE;
}

gboolean
jh_run_gather_cells (JhRun *run, const JhNode *node, JhGatherFunc func,
                     gpointer data)
{
  Selection selection = { 0 };
  gboolean going = select_cells (run, node, &selection);

  for (guint r = 0; going && r < selection.rows.len; r++)
    for (guint c = 0; going && c < selection.columns.len; c++)
      going = tell_cells (run, node, &selection, r, c, func, data);
  selection_clear (&selection);
  return going;
}

/* The only cell. */
typedef struct
{
  const JhNode *node;
  guint count;
  JhValue value;
} Only;

static gboolean
take_only (JhRun *run, JhValue value, gpointer data)
{
  Only *only = data;

  if (only->count++ > 0)
    return jh_run_fail (run, only->node,
                        "选中了不止一格，要用“和”“最大”等收拢成一个");
  only->value = value;
  return TRUE;
}

gboolean
jh_run_cell (JhRun *run, const JhNode *node, JhValue *value)
{
  Only only = { node, 0, jh_value_blank () };

  if (!jh_run_gather_cells (run, node, take_only, &only))
    return FALSE;
  *value = only.value;
  return TRUE;
}
