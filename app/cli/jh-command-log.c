#include "jh-commands.h"

#include "jh-change.h"
#include "jh-text.h"

/* How many changes, and rows of each, are shown unless asked otherwise. */
#define CHANGES 20
#define ROWS 8

/* How people call a column of @table; NULL when they need not know it. */
static const char *
label_of (const JhTable *table, const char *column)
{
  const JhField *field = table ? jh_table_find_field (table, column) : NULL;

  return field ? field->label : NULL;
}

static const JhTable *
find_table (const char *name)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, name))
      return jh_table_get (id);
  return NULL;
}

/* @text of @column as people know it: amounts in 元. The caller frees it. */
static char *
dup_shown (const JhTable *table, const char *column, const char *text)
{
  const JhField *field = table ? jh_table_find_field (table, column) : NULL;
  gint64 fen;

  if (field == NULL || field->kind != JH_FIELD_MONEY
      || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &fen,
                                    NULL))
    return jh_text_quote (text, 24);
  return jh_money_format_exact (jh_money (fen), JH_MONEY_YUAN);
}

static void
print_value (const JhTable *table, const JhChangeRow *row,
             const JhChangeValue *value)
{
  const char *label = label_of (table, value->column);
  g_autofree char *before = dup_shown (table, value->column, value->before);
  g_autofree char *after = dup_shown (table, value->column, value->after);

  if (label == NULL)
    return;
  if (row->action == JH_ROW_UPDATED)
    jh_cli_print (" %s：%s→%s", label, *before ? before : "空",
                  *after ? after : "空");
  else if (*before || *after)
    jh_cli_print (" %s：%s", label,
                  row->action == JH_ROW_INSERTED ? after : before);
}

static void
print_row (const JhChangeRow *row)
{
  static const char *const actions[] = { "增加", "修改", "删除" };
  const JhTable *table = find_table (row->table);
  const char *name = table ? table->label : row->table;

  if (g_str_equal (row->table, "filing"))
    name = "决算";
  else if (g_str_equal (row->table, "unit"))
    name = "单位";
  jh_cli_print ("    %s%s", actions[row->action], name);
  for (guint i = 0; i < row->values->len; i++)
    print_value (table, row, &g_array_index (row->values, JhChangeValue, i));
  jh_cli_print ("\n");
}

static const char *
describe (const JhChangeEntry *entry)
{
  if (g_str_equal (entry->kind, "undo"))
    return "撤销 ";
  if (g_str_equal (entry->kind, "redo"))
    return "重做 ";
  return "";
}

static void
print_entry (const JhChangeEntry *entry)
{
  jh_cli_print ("%" G_GINT64_FORMAT "  %s  %s  %s%s%s\n", entry->id,
                entry->at, entry->author, describe (entry), entry->name,
                g_str_equal (entry->state, "undone") ? "（已撤销）"
                : g_str_equal (entry->state, "dropped")
                  ? "（已撤销，不再能重做）"
                  : "");
  for (guint i = 0; i < entry->rows->len && i < ROWS; i++)
    print_row (entry->rows->pdata[i]);
  if (entry->rows->len > ROWS)
    jh_cli_print ("    ……\n");
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
    print_entry (entries->pdata[i]);
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
    "谁、什么时候、改了哪张表、改前和改后；文字里的金额以元计，\n"
    "json 里的金额以分计。",
    options,
    1,
    1,
    run,
  };

  return &command;
}
