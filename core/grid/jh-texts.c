#include "jh-texts.h"

struct _JhTexts
{
  gatomicrefcount references;
  GStringChunk *strings;
};

JhTexts *
jh_texts_new (void)
{
  JhTexts *texts = g_new0 (JhTexts, 1);

  g_atomic_ref_count_init (&texts->references);
  texts->strings = g_string_chunk_new (4096);
  return texts;
}

JhTexts *
jh_texts_ref (JhTexts *texts)
{
  g_atomic_ref_count_inc (&texts->references);
  return texts;
}

void
jh_texts_unref (gpointer data)
{
  JhTexts *texts = data;

  if (!g_atomic_ref_count_dec (&texts->references))
    return;
  g_string_chunk_free (texts->strings);
  g_free (texts);
}

const char *
jh_texts_keep (JhTexts *texts, const char *text)
{
  return g_string_chunk_insert_const (texts->strings, text);
}
