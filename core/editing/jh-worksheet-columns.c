#include "jh-worksheet-private.h"

/* How wide columns are at first, in half-width characters; of choices the
 * least. */
#define WIDTH_CODE 26
#define WIDTH_FIGURE 14
#define WIDTH_CHOICE 12
#define WIDTH_WORDS 24

static void
clear_head (gpointer data)
{
  JhTableColumn *head = data;

  g_free ((char *) head->label);
  g_free ((char *) head->help);
}

/* Wide enough for the longest word that @field may hold. */
static guint
find_choice_width (JhWorksheetPrivate *my, const JhField *field)
{
  JhLists *lists = jh_session_get_books (my->session)->lists;
  const GPtrArray *words = jh_lists_get_words (lists, field->words);
  guint width = WIDTH_CHOICE;

  for (guint i = 0; words && i < words->len; i++)
    width = MAX (width, 2 * (guint) g_utf8_strlen (words->pdata[i], -1) + 2);
  return width;
}

static guint
find_width (JhWorksheetPrivate *my, const JhField *field)
{
  switch (jh_typing_get_kind (field))
    {
    case JH_COLUMN_CODE:
      return WIDTH_CODE;
    case JH_COLUMN_FIGURE:
      return WIDTH_FIGURE;
    case JH_COLUMN_CHOICE:
      return find_choice_width (my, field);
    case JH_COLUMN_WORDS:
      return WIDTH_WORDS;
    default:
      g_assert_not_reached ();
    }
}

static void
add_column (JhWorksheetPrivate *my, guint index)
{
  const JhField *field = &my->table->fields[index];
  JhTableColumnKind kind = jh_typing_get_kind (field);
  const JhTableColumn head = { field->name,
                               g_strdup (field->label),
                               jh_typing_get_unit (my->session, field),
                               g_strdup (""),
                               kind,
                               find_width (my, field),
                               (field->flags & JH_FIELD_REQUIRED) != 0 };

  g_array_append_val (my->fields, index);
  g_array_append_val (my->heads, head);
}

void
jh_worksheet_add_columns (JhWorksheetPrivate *my, const char *const *fields)
{
  my->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  my->heads = g_array_new (FALSE, FALSE, sizeof (JhTableColumn));
  g_array_set_clear_func (my->heads, clear_head);
  for (guint i = 0; fields == NULL && i < my->table->n_fields; i++)
    add_column (my, i);
  for (; fields && *fields; fields++)
    {
      const JhField *field = jh_table_find_field (my->table, *fields);

      g_assert (field);
      add_column (my, (guint) (field - my->table->fields));
    }
}

/* The column of the field called @name; FALSE when it is not shown. */
static gboolean
find_column (JhWorksheetPrivate *my, const char *name, guint *column)
{
  for (*column = 0; *column < my->heads->len; ++*column)
    if (g_str_equal (g_array_index (my->heads, JhTableColumn, *column).name,
                     name))
      return TRUE;
  *column = 0;
  return FALSE;
}

static void
replace (const char **text, const char *with)
{
  if (with == NULL)
    return;
  g_free ((char *) *text);
  *text = g_strdup (with);
}

void
jh_worksheet_describe (JhWorksheet *self, const char *field,
                       const char *label, const char *help)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  JhTableColumn *head;
  guint column;

  if (!find_column (my, field, &column))
    return;
  head = &g_array_index (my->heads, JhTableColumn, column);
  replace (&head->label, label);
  replace (&head->help, help);
  jh_table_model_columns_changed (JH_TABLE_MODEL (self));
}

gboolean
jh_worksheet_find_entry (JhWorksheet *self, gint64 id, const char *field,
                         guint *row, guint *column)
{
  find_column (jh_worksheet_get_private (self), field, column);
  return jh_table_model_find_row (JH_TABLE_MODEL (self), id, row);
}
