#include "jh-document-private.h"

#include "jh-error.h"

enum
{
  PROP_SESSION = 1,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_SAVED,
  PROP_NOTICE,
  PROP_WORKING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JhDocument, jh_document, G_TYPE_OBJECT)

static void
jh_document_get_property (GObject *object, guint id, GValue *value,
                          GParamSpec *pspec)
{
  JhDocument *self = JH_DOCUMENT (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_WORKING)
    g_value_set_boolean (value, self->work != NULL);
  else
    g_value_set_string (value, id == PROP_UNDO_NAME   ? self->undo
                               : id == PROP_REDO_NAME ? self->redo
                               : id == PROP_SAVED     ? self->saved
                                                      : self->notice);
}

/* Lets go of the day's copy; one of books that were changed is waited for
 * when it is still being made. */
static void
end_day_copy (JhDocument *self)
{
  jh_day_copy_end (self->copy, self->saved != NULL);
  self->copy = NULL;
}

static void
jh_document_dispose (GObject *object)
{
  JhDocument *self = JH_DOCUMENT (object);

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  end_day_copy (self);
  G_OBJECT_CLASS (jh_document_parent_class)->dispose (object);
}

static void
jh_document_finalize (GObject *object)
{
  JhDocument *self = JH_DOCUMENT (object);

  g_clear_object (&self->filings);
  g_free (self->undo);
  g_free (self->redo);
  g_free (self->saved);
  g_free (self->notice);
  g_free (self->work);
  jh_store_close (self->store);
  jh_claim_release (self->claim);
  G_OBJECT_CLASS (jh_document_parent_class)->finalize (object);
}

static void
jh_document_class_init (JhDocumentClass *klass)
{
  static const char *const texts[N_PROPERTIES]
    = { NULL, NULL, "undo-name", "redo-name", "saved", "notice" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jh_document_get_property;
  object_class->dispose = jh_document_dispose;
  object_class->finalize = jh_document_finalize;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, JH_TYPE_SESSION, flags);
  properties[PROP_WORKING]
    = g_param_spec_boolean ("working", NULL, NULL, FALSE, flags);
  for (int id = PROP_UNDO_NAME; id < PROP_WORKING; id++)
    properties[id] = g_param_spec_string (texts[id], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jh_document_init (JhDocument *self)
{
}

/* Puts @text, which is taken over, into @place, and tells when it differs. */
static void
put_text (JhDocument *self, char **place, char *text, int property)
{
  gboolean same = g_strcmp0 (*place, text) == 0;

  g_free (*place);
  *place = text;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Looks what undo and redo would do now. */
static gboolean
peek (JhDocument *self, GError **error)
{
  char *undo = NULL;
  char *redo = NULL;

  if (!jh_change_peek (self->store, &undo, &redo, error))
    return FALSE;
  put_text (self, &self->undo, undo, PROP_UNDO_NAME);
  put_text (self, &self->redo, redo, PROP_REDO_NAME);
  return TRUE;
}

void
jh_document_note_saved (JhDocument *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  put_text (self, &self->saved, g_date_time_format (now, "%H:%M:%S"),
            PROP_SAVED);
}

static void
note_warning (JhDocument *self)
{
  const char *warning = jh_store_get_warning (self->store);

  if (warning)
    put_text (self, &self->notice, g_strdup (warning), PROP_NOTICE);
}

static void
session_changed_cb (JhSession *session, guint touched, GObject *source,
                    JhDocument *self)
{
  g_autoptr (GError) error = NULL;

  jh_document_note_saved (self);
  note_warning (self);
  if (!peek (self, &error))
    put_text (self, &self->notice, g_strdup (error->message), PROP_NOTICE);
}

static void
day_copy_failed_cb (const char *trouble, gpointer data)
{
  put_text (data, &JH_DOCUMENT (data)->notice, g_strdup (trouble),
            PROP_NOTICE);
}

/* Begins the copy of a day that has none yet: when the books are opened, and
 * past midnight. */
static void
begin_day_copy (JhDocument *self)
{
  JhDayCopy *copy;

  if (jh_store_is_read_only (self->store))
    return;
  copy = jh_day_copy_begin (self->store, day_copy_failed_cb, self);
  if (copy == NULL)
    return;
  end_day_copy (self);
  self->copy = copy;
}

/* Opens @path to read, with a notice that says why. */
static gboolean
open_to_read (JhDocument *self, const char *path, const GError *why,
              GError **error)
{
  self->notice = g_strconcat (why->message, "。",
                              g_error_matches (why, JH_ERROR, JH_ERROR_BUSY)
                                ? ""
                                : "现在只能看，不能改。",
                              NULL);
  self->store = jh_store_open (path, JH_STORE_READ, error);
  return self->store != NULL;
}

/* Opens @path to write where that can be, else to read. */
static gboolean
open_store (JhDocument *self, const char *path, GError **error)
{
  g_autoptr (GError) why = NULL;

  self->claim = jh_claim_take (path, &why);
  if (self->claim == NULL)
    return open_to_read (self, path, why, error);
  self->store = jh_store_open (path, JH_STORE_WRITE, &why);
  if (self->store)
    return TRUE;
  g_clear_pointer (&self->claim, jh_claim_release);
  if (g_error_matches (why, JH_ERROR, JH_ERROR_READ_ONLY))
    return open_to_read (self, path, why, error);
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

JhDocument *
jh_document_open (const char *path, GError **error)
{
  g_autoptr (JhDocument) self = g_object_new (JH_TYPE_DOCUMENT, NULL);

  if (!open_store (self, path, error) || !peek (self, error))
    return NULL;
  begin_day_copy (self);
  return g_steal_pointer (&self);
}

const char *
jh_document_get_path (JhDocument *self)
{
  return jh_store_get_path (self->store);
}

JhStore *
jh_document_get_store (JhDocument *self)
{
  return self->store;
}

gboolean
jh_document_is_read_only (JhDocument *self)
{
  return jh_store_is_read_only (self->store);
}

JhSession *
jh_document_get_session (JhDocument *self)
{
  return self->session;
}

/* Puts what the file lists now into the list that was handed out. */
static gboolean
fill_filings (JhDocument *self, GError **error)
{
  g_autoptr (GListModel) fresh = jh_filing_item_list (self->store, error);
  guint n = fresh ? g_list_model_get_n_items (fresh) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);

  if (fresh == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (fresh, i));
  g_list_store_splice (
    self->filings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->filings)),
    items->pdata, items->len);
  return TRUE;
}

GListModel *
jh_document_get_filings (JhDocument *self, GError **error)
{
  if (self->filings)
    return G_LIST_MODEL (self->filings);
  self->filings = g_list_store_new (JH_TYPE_FILING_ITEM);
  if (fill_filings (self, error))
    return G_LIST_MODEL (self->filings);
  g_clear_object (&self->filings);
  return NULL;
}

/* Takes @session, which may be NULL, over. */
static void
take_session (JhDocument *self, JhSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->session = session;
  if (session)
    g_signal_connect (session, "changed", G_CALLBACK (session_changed_cb),
                      self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

gboolean
jh_document_choose (JhDocument *self, gint64 filing, GError **error)
{
  JhSession *session;

  if (self->session && jh_session_get_filing (self->session) == filing)
    return TRUE;
  if (!jh_document_is_free (self, error))
    return FALSE;
  session = jh_session_new (self->store, filing, error);
  if (session == NULL)
    return FALSE;
  take_session (self, session);
  return TRUE;
}

gboolean
jh_document_choose_any (JhDocument *self, gint64 wanted, GError **error)
{
  g_autoptr (GError) gone = NULL;
  gint64 newest;

  if (wanted != 0 && jh_document_choose (self, wanted, &gone))
    return TRUE;
  if (gone && !g_error_matches (gone, JH_ERROR, JH_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&gone));
      return FALSE;
    }
  if (!jh_filing_find_newest (self->store, &newest, error))
    return FALSE;
  if (newest != 0)
    return jh_document_choose (self, newest, error);
  take_session (self, NULL);
  return TRUE;
}

gboolean
jh_document_refresh (JhDocument *self, GError **error)
{
  g_autoptr (GError) gone = NULL;

  if (!peek (self, error) || (self->filings && !fill_filings (self, error)))
    return FALSE;
  if (self->session == NULL)
    return jh_document_choose_any (self, 0, error);
  if (jh_session_reload (self->session, &gone))
    return TRUE;
  if (g_error_matches (gone, JH_ERROR, JH_ERROR_NOT_FOUND))
    return jh_document_choose_any (self, 0, error);
  g_propagate_error (error, g_steal_pointer (&gone));
  return FALSE;
}

gboolean
jh_document_look (JhDocument *self, gboolean *changed, GError **error)
{
  *changed = FALSE;
  if (self->work)
    return TRUE;
  begin_day_copy (self);
  if (!jh_store_notice (self->store, changed, error))
    return FALSE;
  return !*changed || jh_document_refresh (self, error);
}

const char *
jh_document_get_undo_name (JhDocument *self)
{
  return self->undo;
}

const char *
jh_document_get_redo_name (JhDocument *self)
{
  return self->redo;
}

const char *
jh_document_get_saved (JhDocument *self)
{
  return self->saved;
}

const char *
jh_document_get_notice (JhDocument *self)
{
  return self->notice;
}
