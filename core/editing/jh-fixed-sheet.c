#include "jh-fixed-sheet.h"

#include "jh-worksheet-private.h"

struct _JhFixedSheet
{
  JhWorksheet parent_instance;
};

static void jh_fixed_sheet_table_init (JhTableModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  JhFixedSheet, jh_fixed_sheet, JH_TYPE_WORKSHEET,
  G_IMPLEMENT_INTERFACE (JH_TYPE_TABLE_MODEL, jh_fixed_sheet_table_init))

static void
jh_fixed_sheet_class_init (JhFixedSheetClass *klass)
{
}

static void
jh_fixed_sheet_init (JhFixedSheet *self)
{
}

/* What the worksheet does, but for what needs rows that are free. */
static void
jh_fixed_sheet_table_init (JhTableModelInterface *iface)
{
  iface->insert_rows = NULL;
  iface->remove_rows = NULL;
  iface->sort = NULL;
  iface->get_sort = NULL;
}

static JhFixedSheet *
new_sheet (JhSession *session, JhTableId table, const char *const *fields,
           GPtrArray *presets, gboolean grows, gboolean has_totals)
{
  JhFixedSheet *self = g_object_new (JH_TYPE_FIXED_SHEET, NULL);
  JhWorksheetPrivate *my = jh_worksheet_get_private (JH_WORKSHEET (self));

  my->grows = grows;
  my->has_totals = has_totals;
  jh_worksheet_begin (JH_WORKSHEET (self), session, table, fields, presets);
  return self;
}

JhFixedSheet *
jh_fixed_sheet_new (JhSession *session, JhTableId table,
                    const char *const *fields, GPtrArray *presets,
                    gboolean has_totals)
{
  return new_sheet (session, table, fields, presets, FALSE, has_totals);
}

JhFixedSheet *
jh_fixed_sheet_new_open (JhSession *session, JhTableId table,
                         const char *const *fields, GPtrArray *presets)
{
  return new_sheet (session, table, fields, presets, TRUE, FALSE);
}

/* For each of @rows, which it takes over, a row with every one of @words in
 * @field. */
static GPtrArray *
cross (GPtrArray *rows, const JhField *field, const GPtrArray *words)
{
  GPtrArray *crossed = g_ptr_array_new_with_free_func (jh_row_free);

  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < words->len; k++)
      {
        gpointer row = jh_row_copy (rows->pdata[i]);

        jh_row_set_text (row, field, words->pdata[k]);
        g_ptr_array_add (crossed, row);
      }
  g_ptr_array_unref (rows);
  return crossed;
}

GPtrArray *
jh_fixed_sheet_list_presets (JhSession *session, JhTableId table)
{
  const JhTable *described = jh_table_get (table);
  JhLists *lists = jh_session_get_books (session)->lists;
  GPtrArray *rows = g_ptr_array_new_with_free_func (jh_row_free);

  g_ptr_array_add (rows, jh_row_new (described));
  for (guint i = 0; i < described->n_fields; i++)
    {
      const JhField *field = &described->fields[i];
      const GPtrArray *words = jh_lists_get_words (lists, field->words);

      if ((field->flags & JH_FIELD_REQUIRED) && words)
        rows = cross (rows, field, words);
    }
  return rows;
}
