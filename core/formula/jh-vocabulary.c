#include "jh-vocabulary.h"

#include <string.h>

struct _JhVocabulary
{
  GPtrArray *sheets;
  GPtrArray *figures;
};

static void
kind_free (gpointer data)
{
  JhFiguresKind *kind = data;

  g_free (kind->name);
  g_ptr_array_unref (kind->columns);
  g_free (kind);
}

JhVocabulary *
jh_vocabulary_new (void)
{
  JhVocabulary *vocabulary = g_new0 (JhVocabulary, 1);

  vocabulary->sheets = g_ptr_array_new_with_free_func (g_free);
  vocabulary->figures = g_ptr_array_new_with_free_func (kind_free);
  return vocabulary;
}

void
jh_vocabulary_free (JhVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_ptr_array_unref (vocabulary->sheets);
  g_ptr_array_unref (vocabulary->figures);
  g_free (vocabulary);
}

void
jh_vocabulary_add_sheet (JhVocabulary *vocabulary, const char *name)
{
  if (jh_vocabulary_find_sheet (vocabulary, name) == NULL)
    g_ptr_array_add (vocabulary->sheets, g_strdup (name));
}

const JhFiguresKind *
jh_vocabulary_add_figures (JhVocabulary *vocabulary, const char *name,
                           const char *const *columns)
{
  const JhFiguresKind *known = jh_vocabulary_find_figures (vocabulary, name);
  JhFiguresKind *kind;

  if (known)
    return known;
  kind = g_new0 (JhFiguresKind, 1);
  kind->name = g_strdup (name);
  kind->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; columns[i]; i++)
    g_ptr_array_add (kind->columns, g_strdup (columns[i]));
  g_ptr_array_add (vocabulary->figures, kind);
  return kind;
}

const char *
jh_vocabulary_find_sheet (const JhVocabulary *vocabulary, const char *name)
{
  for (guint i = 0; i < vocabulary->sheets->len; i++)
    if (strcmp (vocabulary->sheets->pdata[i], name) == 0)
      return vocabulary->sheets->pdata[i];
  return NULL;
}

const JhFiguresKind *
jh_vocabulary_find_figures (const JhVocabulary *vocabulary, const char *name)
{
  for (guint i = 0; i < vocabulary->figures->len; i++)
    {
      const JhFiguresKind *kind = vocabulary->figures->pdata[i];

      if (strcmp (kind->name, name) == 0)
        return kind;
    }
  return NULL;
}

int
jh_figures_kind_find_column (const JhFiguresKind *kind, const char *column)
{
  for (guint i = 0; i < kind->columns->len; i++)
    if (strcmp (kind->columns->pdata[i], column) == 0)
      return (int) i;
  return -1;
}

GPtrArray *
jh_vocabulary_list_names (const JhVocabulary *vocabulary)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < vocabulary->sheets->len; i++)
    g_ptr_array_add (names, vocabulary->sheets->pdata[i]);
  for (guint i = 0; i < vocabulary->figures->len; i++)
    {
      const JhFiguresKind *kind = vocabulary->figures->pdata[i];

      g_ptr_array_add (names, kind->name);
    }
  return names;
}
