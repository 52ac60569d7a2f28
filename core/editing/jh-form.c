#include "jh-form-private.h"

#include "jh-fixed-sheet.h"

static void
clear_fact (gpointer data)
{
  JhFactLine *fact = data;

  g_free ((char *) fact->name);
  g_free ((char *) fact->measure);
}

void
jh_form_free (gpointer data)
{
  JhForm *form = data;

  g_free (form->name);
  g_free (form->title);
  g_free (form->hint);
  g_ptr_array_unref (form->fields);
  g_ptr_array_unref (form->presets);
  g_hash_table_unref (form->helps);
  g_array_unref (form->facts);
  g_free (form);
}

JhForm *
jh_form_new (const char *name, const char *title)
{
  JhForm *form = g_new0 (JhForm, 1);

  form->name = g_strdup (name);
  form->title = g_strdup (title);
  form->hint = g_strdup ("");
  form->fields = g_ptr_array_new_with_free_func (g_free);
  form->presets = g_ptr_array_new_with_free_func (jh_row_free);
  form->helps
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  form->facts = g_array_new (FALSE, FALSE, sizeof (JhFactLine));
  g_array_set_clear_func (form->facts, clear_fact);
  return form;
}

JhForms *
jh_forms_new (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
    JH_FORMS_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return jh_forms_read (g_bytes_get_data (bytes, NULL),
                        g_bytes_get_size (bytes), "forms.json", error);
}

void
jh_forms_free (JhForms *forms)
{
  if (forms == NULL)
    return;
  g_hash_table_unref (forms->by_name);
  g_free (forms);
}

const JhForm *
jh_forms_find (const JhForms *forms, const char *name)
{
  return g_hash_table_lookup (forms->by_name, name);
}

const char *
jh_form_get_title (const JhForm *form)
{
  return form->title;
}

const char *
jh_form_get_hint (const JhForm *form)
{
  return form->hint;
}

/* The rows that are always there. The caller unrefs it. */
static GPtrArray *
list_presets (const JhForm *form, JhSession *session)
{
  GPtrArray *presets;

  if (form->rows == JH_FORM_ROWS_OF_LISTS)
    return jh_fixed_sheet_list_presets (session, form->table);
  presets = g_ptr_array_new_with_free_func (jh_row_free);
  for (guint i = 0; i < form->presets->len; i++)
    g_ptr_array_add (presets, jh_row_copy (form->presets->pdata[i]));
  return presets;
}

static JhWorksheet *
open_sheet (const JhForm *form, JhSession *session)
{
  const char *const *fields
    = form->fields->len ? (const char *const *) form->fields->pdata : NULL;

  if (form->rows == JH_FORM_ROWS_FREE)
    return jh_worksheet_new (session, form->table, fields);
  return JH_WORKSHEET (jh_fixed_sheet_new (session, form->table, fields,
                                           list_presets (form, session),
                                           form->has_totals));
}

JhTableModel *
jh_form_open (const JhForm *form, JhSession *session)
{
  JhWorksheet *sheet;
  GHashTableIter helps;
  gpointer field, help;

  if (form->is_facts)
    return JH_TABLE_MODEL (jh_fact_sheet_new (
      session, (const JhFactLine *) (gpointer) form->facts->data,
      form->facts->len, form->has_head, form->takes_others));
  sheet = open_sheet (form, session);
  g_hash_table_iter_init (&helps, form->helps);
  while (g_hash_table_iter_next (&helps, &field, &help))
    jh_worksheet_describe (sheet, field, NULL, help);
  return JH_TABLE_MODEL (sheet);
}
