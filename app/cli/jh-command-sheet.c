#include "jh-commands.h"

#include "jh-compute.h"
#include "jh-error.h"
#include "jh-render-csv.h"
#include "jh-submission.h"

/* The definition that @name means: by its name, its number, or the beginning
 * of its name; 项目 and 公开01表 will do. NULL with @error. */
static const JhSheet *
find_sheet (const GPtrArray *sheets, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];

      if (g_str_equal (sheet->name, name)
          || (*name && g_str_equal (sheet->number, name)))
        return sheet;
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];

      if (*name && g_str_has_prefix (sheet->name, name))
        return sheet;
      g_string_append_printf (names, "%s%s", i ? "、" : "", sheet->name);
    }
  g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
               "没有“%s”这张表，可用的有：%s", name, names->str);
  return NULL;
}

/* The object of the form @sheet that --project means; NULL for a sheet that
 * is no form. The caller frees it. */
static gboolean
find_object (const JhSheet *sheet, const JhBooks *books,
             const JhArguments *arguments, char **object, GError **error)
{
  g_autoptr (GPtrArray) objects = jh_bundle_objects (sheet, books);
  g_autoptr (GString) names = g_string_new (NULL);

  if (*sheet->object == '\0' && arguments->project)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                   "“%s”不分项目，请去掉 --project", sheet->name);
      return FALSE;
    }
  for (guint i = 0; i < objects->len; i++)
    {
      const char *candidate = objects->pdata[i];

      if (objects->len == 1
            ? arguments->project == NULL
                || g_strcmp0 (candidate, arguments->project) == 0
            : g_strcmp0 (candidate, arguments->project) == 0)
        {
          *object = g_strdup (candidate);
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", i ? "、" : "", candidate);
    }
  if (objects->len == 0)
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "这套决算里没有项目，没有“%s”可看", sheet->name);
  else if (arguments->project)
    g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                 "“%s”没有“%s”的，可用的有：%s", sheet->name,
                 arguments->project, names->str);
  else
    g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                 "请用 --project 说明是哪个项目，可用的有：%s", names->str);
  return FALSE;
}

static const char *
kind_name (JhCellKind kind)
{
  static const char *const names[] = {
    [JH_CELL_BLANK] = "blank", [JH_CELL_NONE] = "none",
    [JH_CELL_MONEY] = "money", [JH_CELL_RATE] = "rate",
    [JH_CELL_POINTS] = "text", [JH_CELL_COUNT] = "text",
    [JH_CELL_TEXT] = "text",
  };

  return names[kind];
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
print_json (const JhGrid *grid)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        const JhCell *cell = jh_grid_get_cell (grid, row, column);
        const char *row_key = jh_grid_get_row_key (grid, row, column);
        const char *column_key = jh_grid_get_column_key (grid, row, column);
        g_autofree char *value = NULL;

        if (row_key == NULL || column_key == NULL || cell->rows == 0)
          continue;
        value = jh_grid_dup_cell_text (grid, cell, FALSE);
        json_builder_begin_object (builder);
        add_member (builder, "row", row_key);
        add_member (builder, "column", column_key);
        add_member (builder, "kind", kind_name (cell->kind));
        add_member (builder, "value", value);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  jh_cli_print_json (root);
}

static void
print_grid (const JhGrid *grid, const JhArguments *arguments)
{
  g_autofree char *text = NULL;

  if (jh_cli_is_format (arguments, "json", "text"))
    {
      print_json (grid);
      return;
    }
  text = jh_cli_is_format (arguments, "csv", "text")
           ? jh_render_csv_text (grid)
           : jh_render_text (grid);
  jh_cli_print ("%s", text);
}

static void
print_names (const GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];

      jh_cli_print ("%s  %s\n", sheet->name, sheet->title);
    }
}

/* Computes and prints the sheet that @arguments name. */
static gboolean
show (JhStore *store, const GPtrArray *sheets, const JhBooks *books,
      const JhArguments *arguments, GError **error)
{
  const JhSheet *sheet = find_sheet (sheets, arguments->words[1], error);
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhGrid) grid = NULL;
  g_autofree char *object = NULL;

  if (sheet == NULL || !find_object (sheet, books, arguments, &object, error)
      || !jh_books_load_before (store, books, &before, error))
    return FALSE;
  grid = jh_compute (sheet, books, before, object, error);
  if (grid == NULL)
    return FALSE;
  print_grid (grid, arguments);
  return TRUE;
}

static JhExit
run (const JhArguments *arguments)
{
  static const char *const formats[] = { "text", "csv", "json", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (JhCatalog) catalog = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (!jh_cli_check_format (arguments, formats, &error))
    return jh_cli_fail (error);
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store)
    filing = jh_cli_find_filing (store, arguments, &error);
  if (filing)
    books = jh_books_load (store, filing->id, NULL, &error);
  if (books)
    catalog = jh_cli_load_catalog (&error);
  if (catalog == NULL)
    return jh_cli_fail (error);
  sheets = jh_catalog_list (catalog, filing, NULL);
  if (arguments->n_words < 2)
    print_names (sheets);
  else if (!show (store, sheets, books, arguments, &error))
    return jh_cli_fail (error);
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_sheet (void)
{
  static const char *const options[]
    = { "unit", "year", "project", "format", NULL };
  static const JhCommand command = {
    "sheet",
    "账套 [表名] [--unit 单位代码] [--year 年度] [--project 项目编号]\n"
    "                        [--format text|csv|json]",
    "显示一张表\n\n"
    "不写表名时列出所有表名，如 公开01、对比、整体自评表、项目自评表。\n"
    "自评表要用 --project 说明项目编号。",
    options,
    1,
    2,
    run,
  };

  return &command;
}
