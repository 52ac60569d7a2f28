/* The heads of the columns, as a tree drawn from above. */
#include "jh-compute-private.h"

/* The head of @column at @level, or NULL below its label. */
static const char *
head_at (const JhColumn *column, guint level)
{
  if (level < column->path->len)
    return column->path->pdata[level];
  return level == column->path->len ? column->label : NULL;
}

/* Whether @a and @b stand under one head at @level. */
static gboolean
share_head (const JhColumn *a, const JhColumn *b, guint level)
{
  if (level >= a->path->len || level >= b->path->len)
    return FALSE;
  for (guint i = 0; i <= level; i++)
    if (!g_str_equal (a->path->pdata[i], b->path->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Draws the head at @level of the columns from @first on; returns the
 * column after those it covers. */
static guint
draw_head (JhComputation *computation, const JhPlacedBlock *block,
           const GPtrArray *columns, guint first, guint level, guint depth)
{
  const JhColumn *column = columns->pdata[first];
  const char *head = head_at (column, level);
  guint next = first + 1;
  guint span = column->span;
  guint rows = level == column->path->len ? depth - level : 1;

  while (next < columns->len
         && share_head (column, columns->pdata[next], level))
    {
      span += ((const JhColumn *) columns->pdata[next])->span;
      next++;
    }
  if (head == NULL)
    return next;
  if (column->spec->whole && level == column->path->len)
    rows = block->height - level;
  jh_grid_put_text (computation->grid, block->at + level, column->at,
                    JH_ROLE_HEADER, head);
  if (rows > 1 || span > 1)
    jh_grid_merge (computation->grid, block->at + level, column->at, rows,
                   span);
  return next;
}

static gboolean
is_label (const JhColumn *column)
{
  return column->spec->show == JH_SHOW_CODE
         || column->spec->show == JH_SHOW_NAME;
}

/* Numbers the columns of figures of one panel from *@number on. */
static void
number_panel (JhComputation *computation, const JhPlacedPanel *panel,
              guint row, guint *number)
{
  guint labels = 0;

  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];

      if (is_label (column))
        labels++;
      else if (column->spec->show == JH_SHOW_LINE)
        jh_grid_put_text (computation->grid, row, column->at, JH_ROLE_NUMBER,
                          "");
      else
        jh_compute_put_number (computation, row, column->at, ++*number);
    }
  if (labels > 0)
    {
      const JhColumn *first = panel->columns->pdata[0];

      jh_grid_put_text (computation->grid, row, first->at, JH_ROLE_NUMBER,
                        "栏次");
      if (labels > 1)
        jh_grid_merge (computation->grid, row, first->at, 1, labels);
    }
}

void
jh_compute_header (JhComputation *computation, const JhPlacedBlock *block)
{
  guint depth = block->depth - (block->block->numbered ? 1 : 0);
  guint number = 0;

  for (guint p = 0; p < block->panels->len; p++)
    {
      const JhPlacedPanel *panel = block->panels->pdata[p];

      for (guint level = 0; level < depth; level++)
        for (guint c = 0; c < panel->columns->len;)
          c = draw_head (computation, block, panel->columns, c, level, depth);
      if (block->block->numbered)
        number_panel (computation, panel, block->at + depth, &number);
    }
}
