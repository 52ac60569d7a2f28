#include "jh-window-private.h"

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;
  g_autofree char *name
    = g_strdup (jh_document_get_undo_name (self->document));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!jh_document_undo (self->document, &error))
    {
      jh_window_say (self, error->message, TRUE);
      return;
    }
  words = g_strdup_printf ("已撤销“%s”", name);
  jh_window_say (self, words, FALSE);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;
  g_autofree char *name
    = g_strdup (jh_document_get_redo_name (self->document));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!jh_document_redo (self->document, &error))
    {
      jh_window_say (self, error->message, TRUE);
      return;
    }
  words = g_strdup_printf ("已重做“%s”", name);
  jh_window_say (self, words, FALSE);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
enable (JhWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
jh_window_update_actions (JhWindow *self)
{
  gboolean writable
    = self->document && !jh_document_is_read_only (self->document);

  enable (self, "undo",
          writable && jh_document_get_undo_name (self->document));
  enable (self, "redo",
          writable && jh_document_get_redo_name (self->document));
}

void
jh_window_add_actions (JhWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "page", .activate = show_page_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}
