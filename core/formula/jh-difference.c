#include "jh-difference-private.h"

#include <string.h>

static void
change_free (gpointer data)
{
  JhChangeOf *change = data;

  g_clear_pointer (&change->cells, g_array_unref);
  g_clear_pointer (&change->rows, g_array_unref);
  g_free (change);
}

static gboolean
same_cell (const JhCell *a, const JhCell *b)
{
  JhValue x = jh_run_cell_value (a);
  JhValue y = jh_run_cell_value (b);

  return a->kind == b->kind && jh_value_equal (x, y);
}

static gboolean
same_shape (const JhGrid *a, const JhGrid *b)
{
  if (a->n_rows != b->n_rows || a->n_columns != b->n_columns
      || a->notes->len != b->notes->len)
    return FALSE;
  for (guint i = 0; i < a->notes->len; i++)
    if (strcmp (a->notes->pdata[i], b->notes->pdata[i]) != 0)
      return FALSE;
  for (guint r = 0; r < a->n_rows; r++)
    for (guint c = 0; c < a->n_columns; c++)
      if (g_strcmp0 (jh_grid_get_row_key (a, r, c),
                     jh_grid_get_row_key (b, r, c))
            != 0
          || g_strcmp0 (jh_grid_get_column_key (a, r, c),
                        jh_grid_get_column_key (b, r, c))
               != 0)
        return FALSE;
  return TRUE;
}

/* How @now differs from @then; NULL when it does not. */
static JhChangeOf *
compare_grids (const JhGrid *then, const JhGrid *now)
{
  JhChangeOf *change = g_new0 (JhChangeOf, 1);

  if (then == NULL || now == NULL || !same_shape (then, now))
    {
      change->all = TRUE;
      return change;
    }
  change->cells = g_array_new (FALSE, FALSE, sizeof (JhReadPlace));
  for (guint r = 0; r < now->n_rows; r++)
    for (guint c = 0; c < now->n_columns; c++)
      if (!same_cell (jh_grid_get_cell (then, r, c),
                      jh_grid_get_cell (now, r, c)))
        {
          JhReadPlace place = { .grid = now, .place = { r, c } };

          g_array_append_val (change->cells, place);
        }
  if (change->cells->len > 0)
    return change;
  change_free (change);
  return NULL;
}

/* Notes how the row @row differs; a row that only one side has is other in
 * every column. */
static void
compare_row (JhChangeOf *change, const JhFigures *then, const JhFigures *now,
             guint row)
{
  guint width = jh_figures_get_kind (now)->columns->len;
  guint32 columns = 0;

  if (row >= jh_figures_count (then) || row >= jh_figures_count (now)
      || jh_figures_get_id (then, row) != jh_figures_get_id (now, row))
    columns = G_MAXUINT32;
  for (guint c = 0; columns != G_MAXUINT32 && c < width; c++)
    if (!jh_value_equal (jh_figures_get (then, row, c),
                         jh_figures_get (now, row, c)))
      columns |= 1u << c;
  if (columns == 0)
    return;
  change->columns |= columns;
  g_array_append_val (change->rows, row);
}

static JhChangeOf *
compare_figures (const JhFigures *then, const JhFigures *now)
{
  JhChangeOf *change;
  guint count;

  if (then == now)
    return NULL;
  change = g_new0 (JhChangeOf, 1);
  if (then == NULL || now == NULL)
    {
      change->all = TRUE;
      return change;
    }
  change->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  count = MAX (jh_figures_count (then), jh_figures_count (now));
  for (guint row = 0; row < count; row++)
    compare_row (change, then, now, row);
  if (change->columns != 0)
    return change;
  change_free (change);
  return NULL;
}

/* Notes every change of @now against @then in @changes. */
static void
compare (GHashTable *changes, const JhSubject *then, const JhSubject *now)
{
  g_autoptr (GPtrArray) names = jh_subject_list_names (now);
  g_autoptr (GPtrArray) gone = jh_subject_list_names (then);

  g_ptr_array_extend (names, gone, NULL, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      gboolean is_grid
        = jh_subject_get_grid (now, name) || jh_subject_get_grid (then, name);
      JhChangeOf *change
        = is_grid ? compare_grids (jh_subject_get_grid (then, name),
                                   jh_subject_get_grid (now, name))
                  : compare_figures (jh_subject_get_figures (then, name),
                                     jh_subject_get_figures (now, name));

      if (change)
        g_hash_table_replace (changes, g_strdup (name), change);
    }
}

/* Whether two subjects are of one filing, shown alike. */
static gboolean
is_comparable (const JhSubject *then, const JhSubject *now)
{
  return jh_subject_get_year (then) == jh_subject_get_year (now)
         && strcmp (jh_subject_get_region (then), jh_subject_get_region (now))
              == 0
         && jh_subject_get_unit (then) == jh_subject_get_unit (now)
         && jh_subject_is_rounded (then) == jh_subject_is_rounded (now)
         && jh_subject_has_same_limits (then, now)
         && (jh_subject_get_before (then) == NULL)
              == (jh_subject_get_before (now) == NULL);
}

JhDifference *
jh_difference_new (const JhSubject *then, const JhSubject *now)
{
  JhDifference *difference = g_new0 (JhDifference, 1);

  difference->now = now;
  for (guint i = 0; i < 2; i++)
    difference->changes[i]
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, change_free);
  difference->everything = !is_comparable (then, now);
  if (difference->everything)
    return difference;
  compare (difference->changes[0], then, now);
  if (jh_subject_get_before (now))
    compare (difference->changes[1], jh_subject_get_before (then),
             jh_subject_get_before (now));
  return difference;
}

void
jh_difference_free (JhDifference *difference)
{
  if (difference == NULL)
    return;
  g_hash_table_unref (difference->changes[0]);
  g_hash_table_unref (difference->changes[1]);
  g_free (difference);
}

const JhChangeOf *
jh_difference_find (const JhDifference *difference, const char *name,
                    gboolean before)
{
  return g_hash_table_lookup (difference->changes[before ? 1 : 0], name);
}

gboolean
jh_keys_may_select (const GPtrArray *keys, const char *name)
{
  for (guint i = 0; name && i < keys->len; i++)
    {
      const JhKey *key = keys->pdata[i];

      switch (key->kind)
        {
        case JH_KEY_NAME:
        case JH_KEY_CODE:
          if (strcmp (key->text, name) == 0)
            return TRUE;
          break;
        case JH_KEY_PATTERN:
          if (g_pattern_spec_match_string (key->pattern, name))
            return TRUE;
          break;
        case JH_KEY_SLOT:
        case JH_KEY_COMPUTED:
        case JH_KEY_CHILDREN:
        case JH_KEY_DESCENDANTS:
        case JH_KEY_LEAVES:
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
touches_cells (const JhChangeOf *change, const JhNode *node)
{
  if (node->rows == NULL || change->all)
    return TRUE;
  for (guint i = 0; i < change->cells->len; i++)
    {
      const JhReadPlace *place
        = &g_array_index (change->cells, JhReadPlace, i);
      guint r = place->place.row, c = place->place.column;

      if (jh_keys_may_select (node->rows,
                              jh_grid_get_row_key (place->grid, r, c))
          && jh_keys_may_select (node->columns,
                                 jh_grid_get_column_key (place->grid, r, c)))
        return TRUE;
    }
  return FALSE;
}

/* Whether reading the column @column, or counting rows when it is -1, comes
 * to something else. */
static gboolean
touches_column (const JhChangeOf *change, int column)
{
  if (change->all || change->columns == G_MAXUINT32)
    return TRUE;
  return column >= 0 && (change->columns & (1u << column)) != 0;
}

/* How the table changed whose row is in the slot of @node. */
static const JhChangeOf *
find_change_of_slot (const JhDifference *difference, const JhFormula *formula,
                     const JhNode *node)
{
  const JhSlot *slot = &g_array_index (formula->slots, JhSlot, node->slot);

  return jh_difference_find (difference, slot->figures->name, slot->before);
}

gboolean
jh_difference_touches_node (const JhDifference *difference,
                            const JhFormula *formula, const JhNode *node)
{
  const JhChangeOf *change = NULL;

  switch (node->kind)
    {
    case JH_NODE_CELLS:
      change = jh_difference_find (difference, node->sheet, node->before);
      return change && touches_cells (change, node);
    case JH_NODE_FIGURES:
      change
        = jh_difference_find (difference, node->figures->name, node->before);
      return change && touches_column (change, node->column);
    case JH_NODE_FIELD:
      change = find_change_of_slot (difference, formula, node);
      /* A column that is worked out may be any. */
      return change
             && (node->column < 0 || touches_column (change, node->column));
    case JH_NODE_EACH:
      change = node->sheet
                 ? jh_difference_find (difference, node->sheet, node->before)
                 : NULL;
      return change && change->all;
    default:
      return FALSE;
    }
}

gboolean
jh_difference_touches (const JhDifference *difference,
                       const JhFormula *formula)
{
  if (difference->everything)
    return TRUE;
  for (guint i = 0; i < formula->nodes->len; i++)
    if (jh_difference_touches_node (difference, formula,
                                    formula->nodes->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Whether @node, inside of @formula or of what is told of it, reads only the
 * row in the slot of the 每 at the @root. */
static gboolean
is_own (const JhNode *root, const JhNode *node)
{
  if (root->kind != JH_NODE_EACH)
    return FALSE;
  if (root->each == JH_EACH_FIGURE)
    return node == root->a
           || (node->kind == JH_NODE_FIELD && node->slot == root->slot);
  if (root->each != JH_EACH_ROW || node->kind != JH_NODE_CELLS
      || node->rows == NULL)
    return FALSE;
  for (guint i = 0; i < node->rows->len; i++)
    {
      const JhKey *key = node->rows->pdata[i];

      if (key->kind != JH_KEY_SLOT || key->slot != root->slot)
        return FALSE;
    }
  return TRUE;
}

gboolean
jh_difference_touches_inside (const JhDifference *difference,
                              const JhFormula *inside, const JhFormula *outer)
{
  if (difference->everything)
    return TRUE;
  for (guint i = 0; i < inside->nodes->len; i++)
    {
      const JhNode *node = inside->nodes->pdata[i];

      if (!is_own (outer->root, node)
          && jh_difference_touches_node (difference, inside, node))
        return TRUE;
    }
  return FALSE;
}

/* Whether @node reads what the 每 at the @root runs over in another way than
 * by the name that it gives. */
static gboolean
is_other_way (const JhNode *root, const JhNode *node)
{
  return node != root->a && node->kind == JH_NODE_FIGURES
         && node->figures == root->figures && node->before == root->before;
}

/* The rows of figures that changed; NULL when all may have to be asked about.
 */
static GArray *
find_rows (const JhDifference *difference, const JhFormula *formula)
{
  const JhNode *root = formula->root;
  const JhChangeOf *change
    = jh_difference_find (difference, root->figures->name, root->before);

  if (change == NULL || change->all)
    return NULL;
  for (guint i = 0; i < formula->nodes->len; i++)
    {
      const JhNode *node = formula->nodes->pdata[i];

      if (is_other_way (root, node)
          || (!is_own (root, node)
              && jh_difference_touches_node (difference, formula, node)))
        return NULL;
    }
  return g_array_ref (change->rows);
}

GArray *
jh_difference_find_rows (const JhDifference *difference,
                         const JhFormula *formula, const GPtrArray *insides)
{
  const JhNode *root = formula->root;

  if (difference->everything || root->kind != JH_NODE_EACH)
    return NULL;
  if (root->each == JH_EACH_FIGURE)
    return find_rows (difference, formula);
  if (root->each == JH_EACH_ROW)
    return jh_difference_find_lines (difference, formula, insides);
  return NULL;
}
