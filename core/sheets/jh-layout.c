#include "jh-layout-private.h"

#include <string.h>

static const char *
field_of (JhEach each)
{
  return each == JH_EACH_ECONOMIC ? "economic" : "functional";
}

static JhCodes
list_of (JhEach each)
{
  return each == JH_EACH_ECONOMIC ? JH_CODES_ECONOMIC : JH_CODES_FUNCTIONAL;
}

const char *
jh_layout_name (JhEach each, const char *code, const JhOccasion *occasion)
{
  const char *name
    = jh_lists_get_name (occasion->books->lists, list_of (each), code);

  return name ? name : "（本年科目表中没有）";
}

static gboolean
begins_with_any (const char *code, const GPtrArray *beginnings)
{
  for (guint i = 0; i < beginnings->len; i++)
    if (g_str_has_prefix (code, beginnings->pdata[i]))
      return TRUE;
  return beginnings->len == 0;
}

static gboolean
has_level (const GArray *levels, gsize length)
{
  for (guint i = 0; i < levels->len; i++)
    if (g_array_index (levels, guint, i) == length)
      return TRUE;
  return FALSE;
}

/* The first @length characters of @code. A code that is wrong may hold any.
 */
static char *
dup_beginning (const char *code, guint length)
{
  return g_strndup (code, g_utf8_offset_to_pointer (code, length) - code);
}

/* Adds the beginnings of @code that are as long as one of @levels; @code
 * itself too when it is no longer than the longest of them, so that a code
 * of a wrong length is seen. */
static void
add_with_ancestors (GHashTable *set, const char *code, const GArray *levels)
{
  glong length = g_utf8_strlen (code, -1), longest = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      guint level = g_array_index (levels, guint, i);

      longest = MAX (longest, (glong) level);
      if ((glong) level <= length)
        g_hash_table_add (set, dup_beginning (code, level));
    }
  if (length <= longest)
    g_hash_table_add (set, g_strdup (code));
}

/* Adds the codes that the facts of @table selected by @selector use. */
static void
add_used (GHashTable *set, JhEach each, const GPtrArray *beginnings,
          const GArray *levels, const JhSelector *selector, JhTableId table,
          const JhOccasion *occasion)
{
  const JhField *field
    = jh_table_find_field (jh_table_get (table), field_of (each));
  g_autoptr (GArray) places = NULL;

  if (field)
    places = jh_selector_match (selector, occasion->books, table,
                                occasion->object);
  for (guint i = 0; places && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const char *code
        = jh_row_get_text (occasion->books->rows[table]->pdata[place], field);

      if (begins_with_any (code, beginnings))
        add_with_ancestors (set, code, levels);
    }
}

static void
add_listed (GHashTable *set, JhEach each, const GPtrArray *beginnings,
            const GArray *levels, const JhOccasion *occasion)
{
  const GArray *codes
    = jh_lists_get_codes (occasion->books->lists, list_of (each));

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_array_index (codes, JhCode, i).code;

      if (begins_with_any (code, beginnings)
          && has_level (levels, strlen (code)))
        g_hash_table_add (set, g_strdup (code));
    }
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
jh_layout_codes (JhEach each, const GPtrArray *codes, const GArray *levels,
                 gboolean all, const GPtrArray *selectors,
                 const JhOccasion *occasion)
{
  g_autoptr (GHashTable) set
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iterator;
  gpointer code;

  if (all)
    add_listed (set, each, codes, levels, occasion);
  for (guint i = 0; i < selectors->len; i++)
    {
      const JhSelector *selector = selectors->pdata[i];

      if (selector->table >= 0)
        add_used (set, each, codes, levels, selector, selector->table,
                  occasion);
    }
  g_hash_table_iter_init (&iterator, set);
  while (g_hash_table_iter_next (&iterator, &code, NULL))
    g_ptr_array_add (sorted, g_strdup (code));
  g_ptr_array_sort (sorted, compare_codes);
  return sorted;
}

const GArray *
jh_pick_places (JhPick *pick, const JhOccasion *occasion, gboolean last_year,
                JhTableId table)
{
  JhMatch *match = &pick->matches[last_year ? 1 : 0][table];
  const JhBooks *books = last_year ? occasion->before : occasion->books;

  if (!match->looked)
    {
      match->places
        = jh_selector_match (pick->selector, books, table, occasion->object);
      match->looked = TRUE;
    }
  return match->places;
}

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
