#include "jh-commands.h"

#include "jh-change-words.h"

/* How many changes, and rows of each, are shown unless asked otherwise. */
#define CHANGES 20
#define ROWS 8

/* Prints @entry and what happened to its first rows. */
static gboolean
print_entry (JhStore *store, const JhChangeEntry *entry, GError **error)
{
  g_autofree char *title = jh_change_words_title (entry);
  g_autoptr (GPtrArray) sentences
    = jh_change_words_rows (store, entry, error);

  if (sentences == NULL)
    return FALSE;
  jh_cli_print ("%" G_GINT64_FORMAT "  %s  %s  %s\n", entry->id, entry->at,
                entry->author, title);
  for (guint i = 0; i < sentences->len && i < ROWS; i++)
    jh_cli_print ("    %s\n", (const char *) sentences->pdata[i]);
  if (sentences->len > ROWS)
    jh_cli_print ("    ……\n");
  return TRUE;
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_row (JsonBuilder *builder, const JhChangeRow *row)
{
  static const char *const actions[] = { "insert", "update", "delete" };

  json_builder_begin_object (builder);
  add_member (builder, "table", row->table);
  add_member (builder, "action", actions[row->action]);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->values->len; i++)
    {
      const JhChangeValue *value
        = &g_array_index (row->values, JhChangeValue, i);

      json_builder_begin_object (builder);
      add_member (builder, "column", value->column);
      add_member (builder, "before", value->before);
      add_member (builder, "after", value->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const JhChangeEntry *entry = entries->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, entry->id);
      add_member (builder, "kind", entry->kind);
      add_member (builder, "name", entry->name);
      add_member (builder, "author", entry->author);
      add_member (builder, "at", entry->at);
      add_member (builder, "state", entry->state);
      json_builder_set_member_name (builder, "rows");
      json_builder_begin_array (builder);
      for (guint r = 0; r < entry->rows->len; r++)
        add_row (builder, entry->rows->pdata[r]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  jh_cli_print_json (root);
}

static JhExit
run (const JhArguments *arguments)
{
  static const char *const formats[] = { "text", "json", NULL };
  gboolean json = jh_cli_is_format (arguments, "json", "text");
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int limit = arguments->limit > 0 ? arguments->limit : CHANGES;

  if (!jh_cli_check_format (arguments, formats, &error))
    return jh_cli_fail (error);
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store)
    entries = jh_change_list (store, NULL, (guint) limit,
                              json ? G_MAXUINT : ROWS + 1, &error);
  if (entries == NULL)
    return jh_cli_fail (error);
  if (json)
    {
      print_json (entries);
      return JH_EXIT_DONE;
    }
  for (guint i = 0; i < entries->len; i++)
    if (!print_entry (store, entries->pdata[i], &error))
      return jh_cli_fail (error);
  if (entries->len == 0)
    jh_cli_print ("还没有修改\n");
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_log (void)
{
  static const char *const options[] = { "limit", "format", NULL };
  static const JhCommand command = {
    "log",
    "账套 [--limit 条数] [--format text|json]",
    "显示修改痕迹，最近的在前\n\n"
    "谁、什么时候、改了哪张表、改前和改后；文字里的金额以填报的\n"
    "单位计，json 里的金额以分计。",
    options,
    1,
    1,
    run,
  };

  return &command;
}
