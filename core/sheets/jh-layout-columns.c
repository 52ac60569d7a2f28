/* The columns of a panel. */
#include "jh-kept.h"

#include <string.h>

static void
column_free (gpointer data)
{
  JhColumn *column = data;

  g_ptr_array_unref (column->path);
  g_clear_pointer (&column->pick, jh_pick_unref);
  g_free (column);
}

/* Puts @head above the label of @column. */
static void
add_head (JhColumn *column, JhTexts *texts, const char *head)
{
  g_ptr_array_add (column->path, (gpointer) jh_texts_keep (texts, head));
}

/* A column that selects what @within and @spec select, and of @code's facts
 * when there is a code. @within gives table and sum where @spec does not. */
static JhColumn *
column_new (JhTexts *texts, const JhColumnSpec *spec, JhPick *within,
            const char *label, const char *above, const char *code)
{
  JhColumn *column = g_new0 (JhColumn, 1);
  JhSelector *selector
    = jh_selector_within (within->selector, spec->selector);

  column->spec = spec;
  column->label = jh_texts_keep (texts, label);
  column->path = g_ptr_array_new ();
  for (guint i = 0; i < spec->under->len; i++)
    add_head (column, texts, spec->under->pdata[i]);
  if (above)
    add_head (column, texts, above);
  if (code)
    {
      g_autofree char *pattern = g_strconcat (code, "*", NULL);

      jh_selector_add (selector, "economic", pattern);
    }
  column->pick = jh_pick_new (within, selector);
  return column;
}

/* Whether @spec stands for a column a code. */
static gboolean
is_each (const JhColumnSpec *spec)
{
  return spec->each == JH_EACH_ECONOMIC && spec->levels->len > 0;
}

/* The facts of this year that @panel and @spec select: a set of JhRow. */
static GHashTable *
find_facts (const JhPanel *panel, const JhColumnSpec *spec,
            const JhOccasion *occasion)
{
  GHashTable *facts = g_hash_table_new (NULL, NULL);
  g_autoptr (JhSelector) joined
    = jh_selector_join (panel->selector, spec->selector);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  if (joined->table >= 0
      && jh_selector_match (joined, occasion->books, joined->table,
                            occasion->object, NULL, places))
    jh_layout_add_facts (facts, occasion, joined->table, places, NULL);
  return facts;
}

/* Adds a column a code: under the name of its 类 when several levels are
 * asked for, the 类 itself being the 小计 of its group. */
static void
add_codes (GPtrArray *columns, const JhPanel *panel, const JhColumnSpec *spec,
           JhPick *within, JhTexts *texts, const JhOccasion *occasion)
{
  g_autoptr (GHashTable) facts = find_facts (panel, spec, occasion);
  g_autoptr (GPtrArray) codes = jh_layout_codes (
    spec->each, spec->codes, spec->levels, TRUE, facts, occasion);
  gboolean grouped = spec->levels->len > 1;
  const char *top_code = NULL, *above = NULL;
  JhPick *top_pick = NULL;

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = codes->pdata[i];
      const char *name = jh_layout_name (spec->each, code, occasion);
      gboolean top = g_utf8_strlen (code, -1)
                     == (glong) g_array_index (spec->levels, guint, 0);
      gboolean under = top_code && g_str_has_prefix (code, top_code);
      JhColumn *column;

      if (top)
        above = name;
      column = column_new (texts, spec, under ? top_pick : within,
                           grouped && top ? "小计" : name,
                           grouped ? above : NULL, code);
      g_ptr_array_add (columns, column);
      if (top)
        {
          top_code = code;
          top_pick = column->pick;
        }
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
static const char *
keep_path (const JhColumn *column, JhTexts *texts)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < column->path->len; i++)
    g_string_append_printf (path, "%s/", (char *) column->path->pdata[i]);
  g_string_append (path, column->label);
  return jh_texts_keep (texts, path->str);
}

/* A column is found by its label, or by all of its heads when its label
 * stands more than once. */
static void
set_keys (GPtrArray *columns, JhTexts *texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < columns->len; i++)
    {
      const JhColumn *column = columns->pdata[i];
      guint times
        = GPOINTER_TO_UINT (g_hash_table_lookup (seen, column->label));

      if (has_key (column))
        g_hash_table_insert (seen, (gpointer) column->label,
                             GUINT_TO_POINTER (times + 1));
    }
  for (guint i = 0; i < columns->len; i++)
    {
      JhColumn *column = columns->pdata[i];

      if (!has_key (column))
        continue;
      column->key
        = GPOINTER_TO_UINT (g_hash_table_lookup (seen, column->label)) > 1
            ? keep_path (column, texts)
            : column->label;
    }
}

JhColumn *
jh_layout_find_column (const GPtrArray *columns, const char *label)
{
  for (guint i = 0; i < columns->len; i++)
    {
      JhColumn *column = columns->pdata[i];

      if (g_str_equal (column->spec->label, label))
        return column;
    }
  return NULL;
}

/* Columns are computed from columns that the definition names. */
static void
set_operands (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      JhColumn *column = columns->pdata[i];
      const GPtrArray *names = column->spec->operands;

      for (guint o = 0; names->len > 0 && o < 2; o++)
        column->operands[o] = jh_layout_find_column (
          columns, names->pdata[MIN (o, names->len - 1)]);
    }
}

static GPtrArray *
make_columns (const JhPanel *panel, JhTexts *texts,
              const JhOccasion *occasion)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  g_autoptr (JhSelector) everything = jh_selector_new ();
  g_autoptr (JhPick) within
    = jh_pick_new (NULL, jh_selector_join (everything, panel->selector));

  for (guint i = 0; i < panel->columns->len; i++)
    {
      const JhColumnSpec *spec = panel->columns->pdata[i];

      if (is_each (spec))
        add_codes (columns, panel, spec, within, texts, occasion);
      else
        g_ptr_array_add (
          columns, column_new (texts, spec, within, spec->label, NULL, NULL));
    }
  set_keys (columns, texts);
  set_operands (columns);
  return columns;
}

/* Whether the columns of @panel are those of every filing: a code that the
 * lists do not know makes others. */
static gboolean
is_usual (const JhPanel *panel, const JhOccasion *occasion)
{
  for (guint i = 0; i < panel->columns->len; i++)
    {
      const JhColumnSpec *spec = panel->columns->pdata[i];
      g_autoptr (GHashTable) facts = NULL;

      if (!is_each (spec))
        continue;
      facts = find_facts (panel, spec, occasion);
      if (!jh_layout_is_listed (spec->each, spec->codes, spec->levels, facts,
                                occasion))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
jh_layout_columns (const JhPanel *panel, const JhOccasion *occasion)
{
  GPtrArray *kept = jh_kept_get_columns (occasion->kept, panel);
  gboolean usual = is_usual (panel, occasion);
  GPtrArray *columns;
  JhTexts *texts;

  if (kept && usual)
    return g_ptr_array_ref (kept);
  texts = usual ? jh_kept_get_texts (occasion->kept) : occasion->texts;
  columns = make_columns (panel, texts, occasion);
  if (usual)
    jh_kept_set_columns (occasion->kept, panel, columns);
  return columns;
}
