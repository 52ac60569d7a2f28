#include "jh-layout-private.h"

static void
panel_free (gpointer data)
{
  JhPlacedPanel *placed = data;

  g_ptr_array_unref (placed->columns);
  g_ptr_array_unref (placed->sections);
  g_free (placed);
}

static void
block_free (gpointer data)
{
  JhPlacedBlock *placed = data;

  g_ptr_array_unref (placed->panels);
  g_free (placed);
}

/* The lines of one section: GPtrArray of JhLine. */
static GPtrArray *
place_section (const JhPanel *panel, const GPtrArray *specs,
               const GPtrArray *columns, const JhOccasion *occasion)
{
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < specs->len; i++)
    {
      GPtrArray *more
        = jh_layout_rows (panel, specs->pdata[i], columns, occasion);

      if (lines)
        g_ptr_array_extend_and_steal (lines, more);
      else
        lines = more;
    }
  return lines ? g_steal_pointer (&lines) : g_ptr_array_new ();
}

static JhPlacedPanel *
place_panel (const JhPanel *panel, const JhOccasion *occasion)
{
  JhPlacedPanel *placed = g_new0 (JhPlacedPanel, 1);

  placed->panel = panel;
  placed->columns = jh_layout_columns (panel, occasion);
  placed->sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < panel->sections->len; i++)
    g_ptr_array_add (placed->sections,
                     place_section (panel, panel->sections->pdata[i],
                                    placed->columns, occasion));
  return placed;
}

static guint
head_depth (const JhPlacedBlock *placed)
{
  guint depth = 0;

  if (!placed->block->header)
    return 0;
  for (guint p = 0; p < placed->panels->len; p++)
    {
      const JhPlacedPanel *panel = placed->panels->pdata[p];

      for (guint c = 0; c < panel->columns->len; c++)
        {
          const JhColumn *column = panel->columns->pdata[c];

          depth = MAX (depth, column->path->len + 1);
        }
    }
  return depth + (placed->block->numbered ? 1 : 0);
}

/* Gives the columns their places; returns how many grid columns they
 * take. */
static guint
place_across (JhPlacedBlock *placed)
{
  guint at = 0;

  for (guint p = 0; p < placed->panels->len; p++)
    {
      const JhPlacedPanel *panel = placed->panels->pdata[p];

      for (guint c = 0; c < panel->columns->len; c++)
        {
          JhColumn *column = panel->columns->pdata[c];

          column->at = at;
          column->span = column->spec->span;
          at += column->span;
        }
    }
  return at;
}

/* Gives the lines of section @section their places from row @at on; returns
 * its height, that of the panel with the most lines. */
static guint
place_level (JhPlacedBlock *placed, guint section, guint at)
{
  guint height = 0;

  for (guint p = 0; p < placed->panels->len; p++)
    {
      const JhPlacedPanel *panel = placed->panels->pdata[p];
      const GPtrArray *lines;

      if (section >= panel->sections->len)
        continue;
      lines = panel->sections->pdata[section];
      for (guint i = 0; i < lines->len; i++)
        ((JhLine *) lines->pdata[i])->at = at + i;
      height = MAX (height, lines->len);
    }
  return height;
}

static guint
count_sections (const JhPlacedBlock *placed)
{
  guint most = 0;

  for (guint p = 0; p < placed->panels->len; p++)
    {
      const JhPlacedPanel *panel = placed->panels->pdata[p];

      most = MAX (most, panel->sections->len);
    }
  return most;
}

static JhPlacedBlock *
place_block (const JhBlock *block, const JhOccasion *occasion, guint at)
{
  JhPlacedBlock *placed = g_new0 (JhPlacedBlock, 1);
  guint sections;

  placed->block = block;
  placed->at = at;
  placed->panels = g_ptr_array_new_with_free_func (panel_free);
  for (guint p = 0; p < block->panels->len; p++)
    g_ptr_array_add (placed->panels,
                     place_panel (block->panels->pdata[p], occasion));
  placed->depth = head_depth (placed);
  placed->height = placed->depth;
  sections = count_sections (placed);
  for (guint section = 0; section < sections; section++)
    placed->height += place_level (placed, section, at + placed->height);
  return placed;
}

/* Widens the last column of a block that is narrower than the grid. */
static void
stretch (JhPlacedBlock *placed, guint taken, guint n_columns)
{
  JhPlacedPanel *panel = placed->panels->pdata[placed->panels->len - 1];
  JhColumn *last = panel->columns->pdata[panel->columns->len - 1];

  last->span += n_columns - taken;
}

GPtrArray *
jh_layout (const JhSheet *sheet, const JhOccasion *occasion, guint *n_rows,
           guint *n_columns)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_autofree guint *taken = g_new0 (guint, sheet->blocks->len + 1);

  *n_rows = *n_columns = 0;
  for (guint b = 0; b < sheet->blocks->len; b++)
    {
      JhPlacedBlock *placed
        = place_block (sheet->blocks->pdata[b], occasion, *n_rows);

      g_ptr_array_add (blocks, placed);
      taken[b] = place_across (placed);
      *n_rows += placed->height;
      *n_columns = MAX (*n_columns, taken[b]);
    }
  for (guint b = 0; b < blocks->len; b++)
    if (taken[b] < *n_columns)
      stretch (blocks->pdata[b], taken[b], *n_columns);
  return blocks;
}
