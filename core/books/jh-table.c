#include "jh-table.h"

#include <string.h>

/* Where the field stands in the row. */
#define AT(row, field, type)                                                 \
  ((type *) (gpointer) ((char *) (row) + (field)->offset))

static gboolean
is_text (const JhField *field)
{
  return field->kind == JH_FIELD_TEXT || field->kind == JH_FIELD_DIGITS;
}

/* A row of @table whose texts are NULL still. */
static gpointer
row_new_unfilled (const JhTable *table)
{
  JhRow *row = g_malloc0 (table->size);

  row->table = table;
  return row;
}

gpointer
jh_row_new (const JhTable *table)
{
  JhRow *row = row_new_unfilled (table);

  for (guint i = 0; i < table->n_fields; i++)
    if (is_text (&table->fields[i]))
      *AT (row, &table->fields[i], char *) = g_strdup ("");
  return row;
}

void
jh_row_free (gpointer row)
{
  const JhTable *table;

  if (row == NULL)
    return;
  table = ((JhRow *) row)->table;
  for (guint i = 0; i < table->n_fields; i++)
    if (is_text (&table->fields[i]))
      g_free (*AT (row, &table->fields[i], char *));
  g_free (row);
}

gpointer
jh_row_copy (gconstpointer row)
{
  const JhTable *table = ((const JhRow *) row)->table;
  JhRow *copy = g_memdup2 (row, table->size);

  for (guint i = 0; i < table->n_fields; i++)
    if (is_text (&table->fields[i]))
      *AT (copy, &table->fields[i], char *)
        = g_strdup (jh_row_get_text (row, &table->fields[i]));
  return copy;
}

gboolean
jh_field_equal (gconstpointer a, gconstpointer b, const JhField *field)
{
  JhNumber x, y;

  if (is_text (field))
    return g_str_equal (jh_row_get_text (a, field),
                        jh_row_get_text (b, field));
  if (field->kind == JH_FIELD_MONEY)
    return jh_money_equal (jh_row_get_money (a, field),
                           jh_row_get_money (b, field));
  x = jh_row_get_number (a, field);
  y = jh_row_get_number (b, field);
  return x.known == y.known && (!x.known || x.value == y.value);
}

gboolean
jh_row_equal (gconstpointer a, gconstpointer b)
{
  const JhTable *table = ((const JhRow *) a)->table;

  if (((const JhRow *) b)->table != table)
    return FALSE;
  for (guint i = 0; i < table->n_fields; i++)
    if (!jh_field_equal (a, b, &table->fields[i]))
      return FALSE;
  return TRUE;
}

const char *
jh_row_get_text (gconstpointer row, const JhField *field)
{
  g_assert (is_text (field));
  return *AT (row, field, char *);
}

JhMoney
jh_row_get_money (gconstpointer row, const JhField *field)
{
  g_assert (field->kind == JH_FIELD_MONEY);
  return *AT (row, field, JhMoney);
}

JhNumber
jh_row_get_number (gconstpointer row, const JhField *field)
{
  g_assert (field->kind == JH_FIELD_POINTS || field->kind == JH_FIELD_COUNT);
  return *AT (row, field, JhNumber);
}

void
jh_row_set_text (gpointer row, const JhField *field, const char *text)
{
  char **place = AT (row, field, char *);

  g_assert (is_text (field));
  g_free (*place);
  *place = g_strdup (text ? text : "");
}

void
jh_row_set_money (gpointer row, const JhField *field, JhMoney money)
{
  g_assert (field->kind == JH_FIELD_MONEY);
  *AT (row, field, JhMoney) = money;
}

void
jh_row_set_number (gpointer row, const JhField *field, JhNumber number)
{
  g_assert (field->kind == JH_FIELD_POINTS || field->kind == JH_FIELD_COUNT);
  *AT (row, field, JhNumber) = number;
}

const JhField *
jh_table_find_field (const JhTable *table, const char *name)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_str_equal (table->fields[i].name, name))
      return &table->fields[i];
  return NULL;
}

/* The number in @column as a value of @field, within what the schema lets
 * through. */
static JhNumber
read_number (JhStatement *statement, guint column, const JhField *field)
{
  gboolean is_count = field->kind == JH_FIELD_COUNT;
  gint64 most = is_count ? JH_COUNT_MAX : JH_POINTS_MAX;
  JhNumber number = { jh_statement_get_integer (statement, column), TRUE };

  if (number.value > most || number.value < (is_count ? 0 : -most))
    {
      jh_statement_refuse (statement);
      return (JhNumber){ 0, FALSE };
    }
  return number;
}

/* Reads a field of a row that has nothing in it. */
static void
read_field (JhStatement *statement, guint column, gpointer row,
            const JhField *field)
{
  if (is_text (field))
    *AT (row, field, char *)
      = g_strdup (jh_statement_get_text (statement, column));
  else if (field->kind == JH_FIELD_MONEY)
    jh_row_set_money (row, field, jh_statement_get_money (statement, column));
  else if (!jh_statement_is_blank (statement, column))
    jh_row_set_number (row, field, read_number (statement, column, field));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const JhRow *x = *(const JhRow *const *) a;
  const JhRow *y = *(const JhRow *const *) b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Puts @rows in the order of their places. They mostly stand so as they are
 * read; a query that sorts them takes half as long again. */
static void
sort_rows (GPtrArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    if (compare_places (&rows->pdata[i - 1], &rows->pdata[i]) > 0)
      {
        g_ptr_array_sort (rows, compare_places);
        return;
      }
}

GPtrArray *
jh_table_list (JhStore *store, const JhTable *table, gint64 filing,
               GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, table->list, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (jh_row_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "filing", filing);
  while (jh_statement_next (statement, &local_error))
    {
      JhRow *row = row_new_unfilled (table);

      row->id = jh_statement_get_integer (statement, 0);
      row->place = jh_statement_get_integer (statement, 1);
      for (guint i = 0; i < table->n_fields; i++)
        read_field (statement, i + 2, row, &table->fields[i]);
      g_ptr_array_add (rows, row);
    }
  sort_rows (rows);
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
bind_field (JhStatement *statement, gconstpointer row, const JhField *field)
{
  if (is_text (field))
    {
      const char *text = jh_row_get_text (row, field);

      if (*text || !(field->flags & JH_FIELD_BLANK_IS_NULL))
        jh_statement_bind_text (statement, field->name, text);
    }
  else if (field->kind == JH_FIELD_MONEY)
    {
      jh_statement_bind_money (statement, field->name,
                               jh_row_get_money (row, field));
    }
  else
    {
      JhNumber number = jh_row_get_number (row, field);

      if (number.known)
        jh_statement_bind_integer (statement, field->name, number.value);
    }
}

/* Lends the statement of @query with the fields of @row bound to it. */
static JhStatement *
query_row (JhStore *store, JhQuery query, gint64 filing, gconstpointer row,
           GError **error)
{
  const JhTable *table = ((const JhRow *) row)->table;
  JhStatement *statement = jh_store_query (store, query, error);

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_integer (statement, "place",
                             ((const JhRow *) row)->place);
  for (guint i = 0; i < table->n_fields; i++)
    bind_field (statement, row, &table->fields[i]);
  return statement;
}

gboolean
jh_table_insert (JhStore *store, gint64 filing, gpointer row, GError **error)
{
  const JhTable *table = ((JhRow *) row)->table;
  g_autoptr (JhStatement) statement
    = query_row (store, table->insert, filing, row, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (jh_statement_next (statement, &local_error))
    {
      ((JhRow *) row)->id = jh_statement_get_integer (statement, 0);
      return jh_statement_run (statement, error);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
jh_table_update (JhStore *store, gint64 filing, gconstpointer row,
                 GError **error)
{
  const JhTable *table = ((const JhRow *) row)->table;
  g_autoptr (JhStatement) statement
    = query_row (store, table->update, filing, row, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", ((const JhRow *) row)->id);
  return jh_statement_run (statement, error);
}

gboolean
jh_table_remove (JhStore *store, gint64 filing, gconstpointer row,
                 GError **error)
{
  const JhRow *head = row;
  g_autoptr (JhStatement) statement
    = jh_store_query (store, head->table->remove, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_integer (statement, "id", head->id);
  return jh_statement_run (statement, error);
}
