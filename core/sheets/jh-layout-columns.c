/* The columns of a panel. */
#include "jh-layout-private.h"

#include <string.h>

static void
column_free (gpointer data)
{
  JhColumn *column = data;

  g_free (column->label);
  g_ptr_array_unref (column->path);
  g_free (column->key);
  jh_selector_free (column->pick.selector);
  for (int year = 0; year < 2; year++)
    for (int table = 0; table < JH_N_TABLES; table++)
      if (column->pick.matches[year][table].places)
        g_array_unref (column->pick.matches[year][table].places);
  g_free (column);
}

/* A column that selects what the panel and @spec select, and of @code's
 * facts when there is a code. */
static JhColumn *
column_new (const JhPanel *panel, const JhColumnSpec *spec, const char *label,
            const char *above, const char *code)
{
  JhColumn *column = g_new0 (JhColumn, 1);

  column->spec = spec;
  column->label = g_strdup (label);
  column->path = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < spec->under->len; i++)
    g_ptr_array_add (column->path, g_strdup (spec->under->pdata[i]));
  if (above)
    g_ptr_array_add (column->path, g_strdup (above));
  column->pick.selector = jh_selector_join (panel->selector, spec->selector);
  if (code)
    {
      g_autofree char *pattern = g_strconcat (code, "*", NULL);

      jh_selector_add (column->pick.selector, "economic", pattern);
    }
  return column;
}

/* Adds a column a code: under the name of its 类 when several levels are
 * asked for, the 类 itself being the 小计 of its group. */
static void
add_codes (GPtrArray *columns, const JhPanel *panel, const JhColumnSpec *spec,
           const JhOccasion *occasion)
{
  g_autoptr (JhSelector) joined
    = jh_selector_join (panel->selector, spec->selector);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new ();
  g_autoptr (GPtrArray) codes = NULL;
  gboolean grouped = spec->levels->len > 1;
  const char *above = NULL;

  g_ptr_array_add (selectors, joined);
  codes = jh_layout_codes (spec->each, spec->codes, spec->levels, TRUE,
                           selectors, occasion);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = codes->pdata[i];
      const char *name = jh_layout_name (spec->each, code, occasion);
      gboolean top = g_utf8_strlen (code, -1)
                     == (glong) g_array_index (spec->levels, guint, 0);

      if (top)
        above = name;
      g_ptr_array_add (columns, column_new (panel, spec,
                                            grouped && top ? "小计" : name,
                                            grouped ? above : NULL, code));
    }
}

static gboolean
has_key (const JhColumn *column)
{
  return column->spec->show != JH_SHOW_CODE
         && column->spec->show != JH_SHOW_NAME
         && column->spec->show != JH_SHOW_LINE;
}

/* The heads from the outermost to the label, joined by /. */
static char *
dup_path (const JhColumn *column)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < column->path->len; i++)
    g_string_append_printf (path, "%s/", (char *) column->path->pdata[i]);
  g_string_append (path, column->label);
  return g_string_free (path, FALSE);
}

/* A column is found by its label, or by all of its heads when its label
 * stands more than once. */
static void
set_keys (GPtrArray *columns)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < columns->len; i++)
    {
      const JhColumn *column = columns->pdata[i];
      guint times
        = GPOINTER_TO_UINT (g_hash_table_lookup (seen, column->label));

      if (has_key (column))
        g_hash_table_insert (seen, column->label,
                             GUINT_TO_POINTER (times + 1));
    }
  for (guint i = 0; i < columns->len; i++)
    {
      JhColumn *column = columns->pdata[i];

      if (!has_key (column))
        continue;
      column->key
        = GPOINTER_TO_UINT (g_hash_table_lookup (seen, column->label)) > 1
            ? dup_path (column)
            : g_strdup (column->label);
    }
}

GPtrArray *
jh_layout_columns (const JhPanel *panel, const JhOccasion *occasion)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  for (guint i = 0; i < panel->columns->len; i++)
    {
      const JhColumnSpec *spec = panel->columns->pdata[i];

      if (spec->each == JH_EACH_ECONOMIC && spec->levels->len > 0)
        add_codes (columns, panel, spec, occasion);
      else
        g_ptr_array_add (columns,
                         column_new (panel, spec, spec->label, NULL, NULL));
    }
  set_keys (columns);
  return columns;
}
