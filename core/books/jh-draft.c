#include "jh-draft.h"

void
jh_draft_free (JhDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->book);
  g_free (draft->field);
  g_free (draft->typed);
  g_free (draft);
}

GPtrArray *
jh_draft_list (JhStore *store, gint64 filing, const char *book,
               GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (
    store, book ? JH_QUERY_DRAFT_LIST_OF_BOOK : JH_QUERY_DRAFT_LIST, error);
  g_autoptr (GPtrArray) drafts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_draft_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "filing", filing);
  if (book)
    jh_statement_bind_text (statement, "book", book);
  while (jh_statement_next (statement, &local_error))
    {
      JhDraft *draft = g_new0 (JhDraft, 1);

      draft->book = g_strdup (jh_statement_get_text (statement, 1));
      draft->line = jh_statement_get_integer (statement, 2);
      draft->place = jh_statement_get_integer (statement, 3);
      draft->field = g_strdup (jh_statement_get_text (statement, 4));
      draft->typed = g_strdup (jh_statement_get_text (statement, 5));
      g_ptr_array_add (drafts, draft);
    }
  if (local_error == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
jh_draft_set (JhStore *store, gint64 filing, const JhDraft *draft,
              GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_DRAFT_SET, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_text (statement, "book", draft->book);
  jh_statement_bind_integer (statement, "line", draft->line);
  jh_statement_bind_integer (statement, "place", draft->place);
  jh_statement_bind_text (statement, "field", draft->field);
  jh_statement_bind_text (statement, "typed", draft->typed);
  return jh_statement_run (statement, error);
}

gboolean
jh_draft_drop (JhStore *store, gint64 filing, const char *book, gint64 line,
               const char *field, GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (
    store, field ? JH_QUERY_DRAFT_DROP : JH_QUERY_DRAFT_DROP_LINE, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_text (statement, "book", book);
  jh_statement_bind_integer (statement, "line", line);
  if (field)
    jh_statement_bind_text (statement, "field", field);
  return jh_statement_run (statement, error);
}

gboolean
jh_draft_clear (JhStore *store, gint64 filing, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_DRAFT_CLEAR, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  return jh_statement_run (statement, error);
}
