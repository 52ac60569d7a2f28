#include "jh-form-private.h"

#include "jh-json.h"

/* Notes a fault when @array has more than a form may have. */
static guint
count (JhJson *json, JsonArray *array, const char *place)
{
  guint n = array ? json_array_get_length (array) : 0;

  if (n <= JH_FORM_ROWS_MAX)
    return n;
  jh_json_fault (json, place, "太多，最多 1000 个");
  return 0;
}

/* The field of @form called @name; NULL with a fault. */
static const JhField *
find_field (JhJson *json, const JhForm *form, const char *name)
{
  const JhField *field
    = jh_table_find_field (jh_table_get (form->table), name);
  g_autofree char *why = NULL;

  if (field)
    return field;
  why = g_strdup_printf ("没有“%s”这一列", name);
  jh_json_fault (json, form->name, why);
  return NULL;
}

static void
read_fields (JhJson *json, JsonObject *object, JhForm *form)
{
  g_autoptr (GPtrArray) names = jh_json_dup_texts (json, object, "fields");

  for (guint i = 0; i < names->len; i++)
    if (find_field (json, form, names->pdata[i]))
      g_ptr_array_add (form->fields, g_strdup (names->pdata[i]));
  if (form->fields->len > 0)
    g_ptr_array_add (form->fields, NULL);
}

/* Reads what stands in a row from the beginning. */
static void
read_preset (JhJson *json, JsonObject *object, JhForm *form)
{
  const JhTable *table = jh_table_get (form->table);
  g_autoptr (JhRow) row = jh_row_new (table);
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name; name = name->next)
    {
      const JhField *field = find_field (json, form, name->data);
      const char *text = jh_json_get_text (json, object, name->data, "");

      if (field && field->kind == JH_FIELD_TEXT)
        jh_row_set_text (row, field, text);
      else if (field)
        jh_json_fault (json, form->name, "固定的行里只能是文字");
    }
  for (guint i = 0; i < table->n_fields; i++)
    if ((table->fields[i].flags & JH_FIELD_REQUIRED)
        && (table->fields[i].kind != JH_FIELD_TEXT
            || !*jh_row_get_text (row, &table->fields[i])))
      jh_json_fault (json, form->name, "固定的行里缺少必填的列");
  g_ptr_array_add (form->presets, g_steal_pointer (&row));
}

static void
read_rows (JhJson *json, JsonObject *object, JhForm *form)
{
  JsonNode *node = json_object_get_member (object, "rows");
  JsonArray *array;
  guint n;

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_VALUE (node))
    {
      form->rows = JH_FORM_ROWS_OF_LISTS;
      if (g_strcmp0 (jh_json_get_text (json, object, "rows", ""), "lists")
          != 0)
        jh_json_fault (json, form->name, "rows 应为 lists 或各行");
      return;
    }
  form->rows = JH_FORM_ROWS_GIVEN;
  array = jh_json_get_array (json, object, "rows");
  n = count (json, array, form->name);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *row = jh_json_get_element (json, array, i, form->name);

      if (row)
        read_preset (json, row, form);
    }
}

static void
read_helps (JhJson *json, JsonObject *object, JhForm *form)
{
  JsonObject *helps = jh_json_get_object (json, object, "help");
  g_autoptr (GList) names = helps ? json_object_get_members (helps) : NULL;

  for (GList *name = names; name; name = name->next)
    if (find_field (json, form, name->data))
      g_hash_table_insert (
        form->helps, g_strdup (name->data),
        g_strdup (jh_json_get_text (json, helps, name->data, "")));
}

static void
read_facts (JhJson *json, JsonObject *object, JhForm *form)
{
  static const char *const members[] = { "name", "measure", NULL };
  JsonArray *array = jh_json_get_array (json, object, "facts");
  guint n = count (json, array, form->name);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *fact = jh_json_get_element (json, array, i, form->name);
      JhFactLine line;

      if (fact == NULL)
        continue;
      jh_json_expect (json, fact, form->name, members);
      line.name = g_strdup (jh_json_get_text (json, fact, "name", ""));
      line.measure = g_strdup (jh_json_get_text (json, fact, "measure", ""));
      if (*line.name == '\0')
        jh_json_fault (json, form->name, "有一个事项没有名称");
      g_array_append_val (form->facts, line);
    }
}

/* Reads which table @form is of, or that it is of facts. */
static void
read_table (JhJson *json, JsonObject *object, JhForm *form)
{
  const char *name = jh_json_get_text (json, object, "table", "");

  form->is_facts = json_object_has_member (object, "facts");
  form->table = JH_N_TABLES;
  for (guint id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get ((JhTableId) id)->name, name))
      form->table = (JhTableId) id;
  if (form->is_facts != (*name == '\0'))
    jh_json_fault (json, form->name, "应有 table 或 facts 中的一个");
  else if (!form->is_facts && form->table == JH_N_TABLES)
    jh_json_fault (json, form->name, "table 不是账套里的表");
  if (form->table == JH_N_TABLES)
    form->table = JH_TABLE_FILING_FACT;
}

static JhForm *
read_form (JhJson *json, JsonObject *object)
{
  static const char *const members[]
    = { "name",   "title", "hint",  "table", "fields", "rows",
        "totals", "help",  "facts", "head",  "others", NULL };
  JhForm *form = jh_form_new (jh_json_get_text (json, object, "name", ""),
                              jh_json_get_text (json, object, "title", ""));

  jh_json_expect (json, object, form->name, members);
  if (*form->name == '\0')
    jh_json_fault (json, "forms", "有一张表单没有 name");
  g_free (form->hint);
  form->hint = g_strdup (jh_json_get_text (json, object, "hint", ""));
  read_table (json, object, form);
  read_facts (json, object, form);
  form->has_head = jh_json_get_flag (json, object, "head");
  form->takes_others = jh_json_get_flag (json, object, "others");
  form->has_totals = jh_json_get_flag (json, object, "totals");
  read_fields (json, object, form);
  read_rows (json, object, form);
  read_helps (json, object, form);
  return form;
}

/* Reads all forms into @forms. */
static void
read_forms (JhJson *json, JsonObject *object, JhForms *forms)
{
  static const char *const members[] = { "forms", NULL };
  JsonArray *array = jh_json_get_array (json, object, "forms");
  guint n = array ? json_array_get_length (array) : 0;

  jh_json_expect (json, object, "forms", members);
  if (n == 0 || n > JH_FORMS_MAX)
    jh_json_fault (json, "forms", "表单应有 1 到 100 张");
  for (guint i = 0; json->fault == NULL && i < n; i++)
    {
      JsonObject *element = jh_json_get_element (json, array, i, "forms");
      JhForm *form = element ? read_form (json, element) : NULL;

      if (form == NULL)
        continue;
      if (g_hash_table_contains (forms->by_name, form->name))
        jh_json_fault (json, form->name, "有两张表单用这个 name");
      g_hash_table_insert (forms->by_name, form->name, form);
    }
}

JhForms *
jh_forms_read (const char *text, gsize length, const char *origin,
               GError **error)
{
  g_autoptr (JsonObject) object = jh_json_parse (text, length, origin, error);
  g_autoptr (JhForms) forms = NULL;
  JhJson json = { origin, NULL };

  if (object == NULL)
    return NULL;
  forms = g_new0 (JhForms, 1);
  forms->by_name
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, jh_form_free);
  read_forms (&json, object, forms);
  if (json.fault == NULL)
    return g_steal_pointer (&forms);
  g_propagate_error (error, json.fault);
  return NULL;
}
