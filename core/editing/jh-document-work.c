/* Undo, redo, and work on a thread that writes to the file. */
#include "jh-document-private.h"

#include "jh-error.h"

/* The largest record that is undone while a window waits: reading all anew
 * takes as long again. */
#define QUICK_BYTES (512 * 1024)

gboolean
jh_document_is_free (JhDocument *self, GError **error)
{
  if (self->work == NULL)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_BUSY, "%s，请等它完成", self->work);
  return FALSE;
}

/* The filing that the last entry of the log is about; 0 for none. */
static gboolean
find_last_filing (JhDocument *self, gint64 *filing, GError **error)
{
  g_autoptr (GPtrArray) entries
    = jh_change_list (self->store, NULL, 1, 0, error);

  if (entries == NULL)
    return FALSE;
  *filing = entries->len > 0
              ? ((const JhChangeEntry *) entries->pdata[0])->filing
              : 0;
  return TRUE;
}

static void
set_work (JhDocument *self, const char *words)
{
  g_free (self->work);
  self->work = g_strdup (words);
  if (self->session)
    jh_session_hold (self->session, words);
  g_object_notify (G_OBJECT (self), "working");
}

gboolean
jh_document_begin_work (JhDocument *self, const char *words, GError **error)
{
  if (!jh_document_is_free (self, error))
    return FALSE;
  set_work (self, words);
  return TRUE;
}

gboolean
jh_document_end_work (JhDocument *self, GError **error)
{
  gboolean changed;

  set_work (self, NULL);
  if (!jh_document_look (self, &changed, error))
    return FALSE;
  if (changed)
    jh_document_note_saved (self);
  return TRUE;
}

gboolean
jh_document_is_working (JhDocument *self)
{
  return self->work != NULL;
}

gboolean
jh_document_is_large (JhDocument *self, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  gint64 bytes;

  /* What cannot be read now tells its trouble when it is done. */
  return jh_change_weigh (self->store, undo, &bytes, &error)
         && bytes > QUICK_BYTES;
}

gboolean
jh_document_choose_last (JhDocument *self, GError **error)
{
  gint64 filing;

  if (!find_last_filing (self, &filing, error))
    return FALSE;
  return filing == 0 || jh_document_choose_any (self, filing, error);
}

/* After undo or redo: shows what it was about. */
static gboolean
follow (JhDocument *self, GError **error)
{
  jh_document_note_saved (self);
  return jh_document_refresh (self, error)
         && jh_document_choose_last (self, error);
}

gboolean
jh_document_undo (JhDocument *self, GError **error)
{
  return jh_document_is_free (self, error)
         && jh_change_undo (self->store, NULL, error) && follow (self, error);
}

gboolean
jh_document_redo (JhDocument *self, GError **error)
{
  return jh_document_is_free (self, error)
         && jh_change_redo (self->store, NULL, error) && follow (self, error);
}
