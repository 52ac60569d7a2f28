#include "jh-bulk.h"
#include "jh-state.h"
#include "jh-window-private.h"
#include "jh-work.h"

/* Whether something is being typed into @widget. */
static gboolean
is_typed_into (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
  return GTK_IS_TEXT (widget)
         && gtk_entry_buffer_get_length (
              gtk_text_get_buffer (GTK_TEXT (widget)))
              > 0;
}

/* While somebody types, undo and redo are the field's: @name is text.undo or
 * text.redo. */
static gboolean
leave_to_field (JhWindow *self, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus && is_typed_into (focus)
         && gtk_widget_activate_action (focus, name, NULL);
}

/* Something that is undone, or done again, on a thread. */
typedef struct
{
  char *path;
  char *name;
  gboolean undo;
} Again;

static void
again_free (gpointer data)
{
  Again *again = data;

  g_free (again->path);
  g_free (again->name);
  g_free (again);
}

/* Says that @name was undone or done again, or @error. */
static void
say_again (JhWindow *self, const char *name, gboolean undo,
           const GError *error)
{
  g_autofree char *words
    = g_strdup_printf (undo ? "已撤销“%s”" : "已重做“%s”", name);

  jh_window_say (self, error ? error->message : words, error != NULL);
}

static gboolean
again_on_thread (JhTask *task, gpointer data, GError **error)
{
  const Again *again = data;

  return jh_bulk_undo (again->path, again->undo,
                       jh_task_get_cancellable (task), error);
}

static void
again_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhWindow *self = JH_WINDOW (owner);
  const Again *again = data;
  g_autoptr (GError) trouble = NULL;

  if (error == NULL && self->document)
    jh_document_choose_last (self->document, &trouble);
  say_again (self, again->name, again->undo, error ? error : trouble);
}

/* Undoes or does again what is too large to be waited for. */
static void
begin_again (JhWindow *self, gboolean undo, const char *name)
{
  Again *again = g_new (Again, 1);
  g_autofree char *words
    = g_strdup_printf (undo ? "正在撤销“%s”" : "正在重做“%s”", name);

  *again = (Again){ g_strdup (jh_document_get_path (self->document)),
                    g_strdup (name), undo };
  jh_work_run (GTK_WIDGET (self), self->document, words, again_on_thread,
               again_cb, again, again_free);
}

static void
do_again (JhWindow *self, gboolean undo)
{
  g_autofree char *name
    = g_strdup (undo ? jh_document_get_undo_name (self->document)
                     : jh_document_get_redo_name (self->document));
  g_autoptr (GError) error = NULL;

  if (leave_to_field (self, undo ? "text.undo" : "text.redo"))
    return;
  if (jh_document_is_large (self->document, undo))
    {
      begin_again (self, undo, name);
      return;
    }
  if (undo)
    jh_document_undo (self->document, &error);
  else
    jh_document_redo (self->document, &error);
  say_again (self, name, undo, error);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  do_again (data, TRUE);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  do_again (data, FALSE);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JhWindow *self = data;

  if (self->search)
    jh_search_box_begin (self->search);
}

static void
next_part_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_window_go_around (data, 1);
}

static void
previous_part_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_window_go_around (data, -1);
}

/* The window of shortcuts is made when somebody asks for it. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplicationWindow *window = data;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder
        = gtk_builder_new_from_resource ("/cn/jiheng/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (
        window, GTK_SHORTCUTS_WINDOW (
                  gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (
    GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
switch_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_switcher_open (JH_WINDOW (data)->switcher);
}

static void
findings_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  gboolean shown = g_variant_get_boolean (state);

  jh_window_show_findings (data, shown);
  jh_state_set_number ("window", "findings", shown);
}

/* Shows amounts in 元 or in 万元. */
static void
unit_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  JhWindow *self = data;
  gboolean wan = g_str_equal (g_variant_get_string (state, NULL), "万元");

  if (self->session)
    jh_session_set_unit (self->session, wan ? JH_MONEY_WAN : JH_MONEY_YUAN);
  g_simple_action_set_state (action, state);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jh_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static GSimpleAction *
find_action (JhWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (
    g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

void
jh_window_enable (JhWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (find_action (self, name), enabled);
}

void
jh_window_show_findings (JhWindow *self, gboolean shown)
{
  if (self->findings_side)
    {
      gtk_revealer_set_reveal_child (self->findings_side, shown);
      gtk_widget_set_visible (GTK_WIDGET (self->findings_side), shown);
    }
  g_simple_action_set_state (find_action (self, "findings"),
                             g_variant_new_boolean (shown));
}

void
jh_window_update_actions (JhWindow *self)
{
  gboolean writable = self->document
                      && !jh_document_is_read_only (self->document)
                      && !jh_document_is_working (self->document);

  jh_window_enable (self, "undo",
                    writable && jh_document_get_undo_name (self->document));
  jh_window_enable (self, "redo",
                    writable && jh_document_get_redo_name (self->document));
  jh_window_enable (self, "switch", self->session != NULL);
  jh_window_enable (self, "unit", self->session != NULL);
  jh_window_update_file_actions (self);
  jh_window_update_check_actions (self);
  if (self->session)
    g_simple_action_set_state (find_action (self, "unit"),
                               g_variant_new_string (jh_money_unit_name (
                                 jh_session_get_unit (self->session))));
}

void
jh_window_add_actions (JhWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "page", .activate = show_page_cb, .parameter_type = "s" },
    { .name = "search", .activate = search_cb },
    { .name = "next-part", .activate = next_part_cb },
    { .name = "previous-part", .activate = previous_part_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "switch", .activate = switch_cb },
    { .name = "findings", .state = "true", .change_state = findings_cb },
    { .name = "unit",
      .parameter_type = "s",
      .state = "'万元'",
      .change_state = unit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}
