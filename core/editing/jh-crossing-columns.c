#include "jh-crossing-private.h"

#include "jh-error.h"

/* How wide columns are at first, in half-width characters. */
#define WIDTH_CODE 30
#define WIDTH_FIGURE 14

static void
add_head (JhCrossing *self, const char *name, const char *label,
          JhTableColumnKind kind)
{
  gboolean figure = kind == JH_COLUMN_FIGURE;
  const JhTableColumn head
    = { g_strdup (name),
        g_strdup (label),
        figure ? jh_money_unit_name (jh_session_get_unit (self->session))
               : "",
        "",
        kind,
        figure ? WIDTH_FIGURE : WIDTH_CODE,
        FALSE };

  g_array_append_val (self->heads, head);
}

void
jh_crossing_make_heads (JhCrossing *self)
{
  JhLists *lists = jh_session_get_books (self->session)->lists;

  g_array_set_size (self->heads, 0);
  add_head (self, "functional", "功能科目", JH_COLUMN_CODE);
  add_head (self, "total", "合计", JH_COLUMN_FIGURE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *code = self->columns->pdata[i];
      const char *name = jh_lists_get_name (lists, JH_CODES_ECONOMIC, code);
      g_autofree char *label
        = g_strdup_printf ("%s %s", code, name ? name : "当年没有");

      add_head (self, code, label, JH_COLUMN_FIGURE);
    }
}

/* Where the column of @code stands; FALSE when there is none. */
static gboolean
find_column (JhCrossing *self, const char *code, guint *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (self->columns->pdata[i], code))
      {
        *column = JH_CROSSING_FIRST + i;
        return TRUE;
      }
  return FALSE;
}

gboolean
jh_crossing_add_column (JhCrossing *self, const char *text, guint *column,
                        GError **error)
{
  const JhField *field = jh_crossing_get_field (JH_CROSSING_FIELD_ECONOMIC);
  g_autoptr (JhRow) row = jh_row_new (jh_expenditure_table ());
  g_autofree char *fault = NULL;
  const char *code;

  if (!jh_typing_read (self->session, field, text, row, &fault))
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA, fault);
      return FALSE;
    }
  code = jh_row_get_text (row, field);
  if (find_column (self, code, column))
    return TRUE;
  g_ptr_array_add (self->added, g_strdup (code));
  jh_crossing_follow (self);
  return find_column (self, code, column);
}
