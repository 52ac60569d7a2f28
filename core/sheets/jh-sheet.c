/* Reading definitions. */
#include "jh-sheet-private.h"

#include "jh-error.h"

#include <string.h>

/* The most columns that stay in sight. */
#define FROZEN_MAX 40

/* The most blocks, panels, columns, sections or rows in one array. */
#define ELEMENTS_MAX 300

static void
column_free (gpointer data)
{
  JhColumnSpec *column = data;

  g_free (column->label);
  g_ptr_array_unref (column->under);
  g_free (column->words);
  g_ptr_array_unref (column->operands);
  jh_selector_free (column->selector);
  g_ptr_array_unref (column->codes);
  g_array_unref (column->levels);
  g_free (column);
}

static void
row_free (gpointer data)
{
  JhRowSpec *row = data;

  g_free (row->label);
  g_free (row->figure);
  g_ptr_array_unref (row->terms);
  g_ptr_array_unref (row->sum);
  jh_selector_free (row->prior);
  g_free (row->of);
  g_ptr_array_unref (row->codes);
  g_array_unref (row->levels);
  g_ptr_array_unref (row->cells);
  g_ptr_array_unref (row->not );
  g_free (row);
}

static void
panel_free (gpointer data)
{
  JhPanel *panel = data;

  g_free (panel->prefix);
  jh_selector_free (panel->selector);
  g_ptr_array_unref (panel->columns);
  g_ptr_array_unref (panel->sections);
  g_free (panel);
}

static void
block_free (gpointer data)
{
  JhBlock *block = data;

  g_ptr_array_unref (block->panels);
  g_free (block);
}

void
jh_sheet_free (JhSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->name);
  g_free (sheet->tab);
  g_free (sheet->number);
  g_free (sheet->title);
  g_free (sheet->subtitle);
  g_free (sheet->group);
  g_free (sheet->object);
  g_ptr_array_unref (sheet->regions);
  g_ptr_array_unref (sheet->notes);
  g_free (sheet->empty);
  g_ptr_array_unref (sheet->blocks);
  g_free (sheet);
}

/* Reads the elements of the array @name of @object by @read into an array
 * that frees them by @free_func. */
static GPtrArray *
read_each_object (JhJson *json, JsonObject *object, const char *name,
                  gpointer (*read) (JhJson *, JsonObject *),
                  GDestroyNotify free_func)
{
  GPtrArray *elements = g_ptr_array_new_with_free_func (free_func);
  JsonArray *array = jh_json_get_array (json, object, name);
  guint length = array ? json_array_get_length (array) : 0;

  if (array == NULL)
    jh_json_fault (json, name, "缺少这一项");
  if (length > ELEMENTS_MAX)
    jh_json_fault (json, name, "太多了，最多 300 个");
  for (guint i = 0; i < MIN (length, ELEMENTS_MAX); i++)
    {
      JsonObject *element = jh_json_get_element (json, array, i, name);

      if (element)
        g_ptr_array_add (elements, read (json, element));
    }
  return elements;
}

static gpointer
read_column_cb (JhJson *json, JsonObject *object)
{
  return jh_sheet_read_column (json, object);
}

static gpointer
read_row_cb (JhJson *json, JsonObject *object)
{
  return jh_sheet_read_row (json, object);
}

/* A section: {"rows": [...]}. */
static gpointer
read_section_cb (JhJson *json, JsonObject *object)
{
  static const char *const members[] = { "rows", NULL };

  jh_json_expect (json, object, "sections", members);
  return read_each_object (json, object, "rows", read_row_cb, row_free);
}

static gpointer
read_panel_cb (JhJson *json, JsonObject *object)
{
  static const char *const members[]
    = { "prefix", "facts", "columns", "sections", NULL };
  JhPanel *panel = g_new0 (JhPanel, 1);
  JsonObject *facts = jh_json_get_object (json, object, "facts");

  jh_json_expect (json, object, "panels", members);
  panel->prefix = g_strdup (jh_json_get_text (json, object, "prefix", ""));
  panel->selector
    = facts ? jh_selector_read (json, facts) : jh_selector_new ();
  panel->columns
    = read_each_object (json, object, "columns", read_column_cb, column_free);
  panel->sections
    = read_each_object (json, object, "sections", read_section_cb,
                        (GDestroyNotify) g_ptr_array_unref);
  if (panel->columns->len == 0)
    jh_json_fault (json, "columns", "至少要有一栏");
  return panel;
}

static gpointer
read_block_cb (JhJson *json, JsonObject *object)
{
  static const char *const members[]
    = { "panels", "no-header", "numbered", NULL };
  JhBlock *block = g_new0 (JhBlock, 1);

  jh_json_expect (json, object, "blocks", members);
  block->header = !jh_json_get_flag (json, object, "no-header");
  block->numbered = jh_json_get_flag (json, object, "numbered");
  block->panels
    = read_each_object (json, object, "panels", read_panel_cb, panel_free);
  if (block->panels->len == 0)
    jh_json_fault (json, "panels", "至少要有一块");
  return block;
}

/* The heading and the paper of @sheet. */
static void
read_head (JhJson *json, JsonObject *object, JhSheet *sheet)
{
  static const char *const units[] = { "元", "万元", NULL };

  sheet->name = g_strdup (jh_json_get_text (json, object, "name", ""));
  sheet->tab = g_strdup (jh_json_get_text (json, object, "tab", sheet->name));
  sheet->number = g_strdup (jh_json_get_text (json, object, "number", ""));
  sheet->title = g_strdup (jh_json_get_text (json, object, "title", ""));
  sheet->subtitle
    = g_strdup (jh_json_get_text (json, object, "subtitle", ""));
  sheet->group = g_strdup (jh_json_get_text (json, object, "group", ""));
  sheet->order = jh_json_get_integer (json, object, "order", 0, 9999, 0);
  sheet->object = g_strdup (jh_json_get_text (json, object, "object", ""));
  sheet->regions = jh_json_dup_texts (json, object, "regions");
  sheet->from = jh_json_get_integer (json, object, "from", 0, 9999, 0);
  sheet->to = jh_json_get_integer (json, object, "to", 0, 9999, 9999);
  sheet->unit = jh_sheet_read_word (json, object, "unit", units, -1);
  sheet->shows_unit = !jh_json_get_flag (json, object, "hide-unit");
  sheet->landscape = jh_json_get_flag (json, object, "landscape");
  sheet->pages_wide
    = (guint) jh_json_get_integer (json, object, "pages-wide", 0, 1, 1);
  sheet->frozen_columns = (guint) jh_json_get_integer (
    json, object, "frozen-columns", 0, FROZEN_MAX, 0);
  sheet->notes = jh_json_dup_texts (json, object, "notes");
  sheet->empty = g_strdup (jh_json_get_text (json, object, "empty", ""));
  if (*sheet->name == '\0')
    jh_json_fault (json, "name", "缺少这一项");
}

JhSheet *
jh_sheet_read (const char *text, gsize length, const char *origin,
               GError **error)
{
  static const char *const members[]
    = { "name",      "tab",       "number",     "title",
        "subtitle",  "group",     "order",      "object",
        "regions",   "from",      "to",         "unit",
        "hide-unit", "landscape", "pages-wide", "frozen-columns",
        "notes",     "empty",     "blocks",     "comment",
        NULL };
  g_autoptr (JsonObject) object = jh_json_parse (text, length, origin, error);
  g_autoptr (JhSheet) sheet = NULL;
  JhJson json = { origin, NULL };

  if (object == NULL)
    return NULL;
  jh_json_expect (&json, object, "sheet", members);
  sheet = g_new0 (JhSheet, 1);
  read_head (&json, object, sheet);
  sheet->blocks
    = read_each_object (&json, object, "blocks", read_block_cb, block_free);
  if (sheet->blocks->len == 0)
    jh_json_fault (&json, "blocks", "至少要有一块");
  if (json.fault == NULL)
    return g_steal_pointer (&sheet);
  g_propagate_error (error, json.fault);
  return NULL;
}
