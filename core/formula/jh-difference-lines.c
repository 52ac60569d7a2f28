/* Which rows of a sheet a change may matter to. */
#include <string.h>

#include "jh-difference-private.h"

/* index: of the sheet that the formula is about every row of
 * marked: by the place of the row, whether it has to be asked about */
typedef struct
{
  const JhDifference *difference;
  const JhNode *root;
  const JhGridIndex *index;
  gboolean *marked;
} Marks;

static void
mark_line (const Marks *marks, const JhGridLine *line)
{
  guint at;

  if (line && g_ptr_array_find (marks->index->rows, line, &at))
    marks->marked[at] = TRUE;
}

/* Marks the row whose 下级 @line is: the code over it, or what is no code. */
static void
mark_above (const Marks *marks, const JhGridLine *line)
{
  const GPtrArray *rows = marks->index->rows;

  if (line == NULL || !line->is_code)
    return;
  if (line->above)
    {
      mark_line (marks, line->above);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    if (!((const JhGridLine *) rows->pdata[i])->is_code)
      marks->marked[i] = TRUE;
}

static gboolean
is_root_slot (const Marks *marks, const JhKey *key)
{
  return key->kind == JH_KEY_SLOT && key->slot == marks->root->slot;
}

/* Marks the rows that read the cell of the row @row by @key; FALSE when that
 * may be all. */
static gboolean
mark_by_key (const Marks *marks, const JhNode *node, const JhKey *key,
             const char *row)
{
  const JhGridLine *line = jh_grid_index_find_row (marks->index, row);
  gpointer only[] = { (gpointer) key };
  GPtrArray keys = { only, 1 };

  if (is_root_slot (marks, key))
    {
      mark_line (marks, line);
      return TRUE;
    }
  if (key->kind == JH_KEY_CHILDREN && is_root_slot (marks, key->of)
      && strcmp (node->sheet, marks->root->sheet) == 0)
    {
      mark_above (marks, line);
      return TRUE;
    }
  return !jh_keys_may_select (&keys, row);
}

/* Marks the rows that read a changed cell by @node. */
static gboolean
mark_cells (const Marks *marks, const JhNode *node)
{
  const JhChangeOf *change
    = jh_difference_find (marks->difference, node->sheet, node->before);

  if (change == NULL)
    return TRUE;
  if (change->all || node->rows == NULL)
    return FALSE;
  for (guint i = 0; i < change->cells->len; i++)
    {
      const JhReadPlace *place
        = &g_array_index (change->cells, JhReadPlace, i);
      guint r = place->place.row, c = place->place.column;
      const char *row = jh_grid_get_row_key (place->grid, r, c);
      const char *column = jh_grid_get_column_key (place->grid, r, c);

      if (row == NULL || !jh_keys_may_select (node->columns, column))
        continue;
      for (guint k = 0; k < node->rows->len; k++)
        if (!mark_by_key (marks, node, node->rows->pdata[k], row))
          return FALSE;
    }
  return TRUE;
}

static gboolean
mark_formula (const Marks *marks, const JhFormula *formula)
{
  for (guint i = 0; i < formula->nodes->len; i++)
    {
      const JhNode *node = formula->nodes->pdata[i];
      gboolean done
        = node->kind == JH_NODE_CELLS
            ? mark_cells (marks, node)
            : !jh_difference_touches_node (marks->difference, formula, node);

      if (!done)
        return FALSE;
    }
  return TRUE;
}

static GArray *
list_marked (const Marks *marks)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < marks->index->rows->len; i++)
    if (marks->marked[i])
      g_array_append_val (rows, i);
  return rows;
}

GArray *
jh_difference_find_lines (const JhDifference *difference,
                          const JhFormula *formula, const GPtrArray *insides)
{
  const JhNode *root = formula->root;
  JhSubject *now = root->before ? jh_subject_get_before (difference->now)
                                : (JhSubject *) difference->now;
  const JhGrid *grid = now ? jh_subject_get_grid (now, root->sheet) : NULL;
  JhGridIndex *index = grid ? jh_grid_index_new (grid) : NULL;
  g_autofree gboolean *marked
    = index ? g_new0 (gboolean, index->rows->len + 1) : NULL;
  Marks marks = { difference, root, index, marked };
  gboolean done = index && mark_formula (&marks, formula);
  GArray *rows = NULL;

  for (guint i = 0; done && i < insides->len; i++)
    done = mark_formula (&marks, insides->pdata[i]);
  if (done)
    rows = list_marked (&marks);
  jh_grid_index_free (index);
  return rows;
}
