#include "jh-recent.h"
#include "jh-state.h"
#include "jh-window-private.h"

/* How often the file is looked at for what other programs did, in seconds. */
#define LOOK_EVERY 2

G_DEFINE_FINAL_TYPE (JhWindow, jh_window, GTK_TYPE_APPLICATION_WINDOW)

/* Under which key it is remembered what was shown of the books @path. */
static char *
dup_filing_key (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_MD5, path, -1);
}

static void
remember_filing (JhWindow *self)
{
  g_autofree char *key
    = dup_filing_key (jh_document_get_path (self->document));

  jh_state_set_number ("filings", key,
                       (int) jh_session_get_filing (self->session));
}

/* Follows the session of the document, or none. */
static void
follow_session (JhWindow *self)
{
  JhSession *session
    = self->document ? jh_document_get_session (self->document) : NULL;

  if (self->session == session)
    return;
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session)
    {
      g_signal_connect_swapped (session, "notify::unit",
                                G_CALLBACK (jh_window_update_actions), self);
      remember_filing (self);
    }
  jh_review_watch (self->review, session);
}

/* Shows the pages, or what to do in books without a filing. */
static void
show_books (JhWindow *self)
{
  if (self->pages == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->switcher),
                          self->document != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->document != NULL);
  if (self->document)
    gtk_stack_set_visible_child_name (self->stack,
                                      self->session ? "books" : "empty");
}

static void
document_cb (JhWindow *self)
{
  follow_session (self);
  jh_window_show_texts (self);
  show_books (self);
  jh_window_update_actions (self);
}

/* Tells what other programs did to the file, once for each. */
static gboolean
look_cb (gpointer data)
{
  JhWindow *self = data;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  if (jh_document_look (self->document, &changed, &error))
    {
      if (changed)
        jh_window_say (self, "别的程序改了这个账套，已按新的内容显示", FALSE);
      return G_SOURCE_CONTINUE;
    }
  g_free (self->lost);
  self->lost = g_strdup (error->message);
  jh_window_show_texts (self);
  self->watch = 0;
  return G_SOURCE_REMOVE;
}

static void
watch_document (JhWindow *self)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_pointer (&self->lost, g_free);
  self->watch = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
}

/* What is being typed is kept by taking the keyboard from it. */
static gboolean
jh_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  jh_window_remember_size (JH_WINDOW (window));
  return GTK_WINDOW_CLASS (jh_window_parent_class)->close_request (window);
}

static void
jh_window_dispose (GObject *object)
{
  JhWindow *self = JH_WINDOW (object);

  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->review)
    jh_review_watch (self->review, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_WINDOW);
  g_clear_pointer (&self->lost, g_free);
  g_clear_object (&self->review);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (jh_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, JhWindow,
                                        findings_button);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, locked);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, said);
}

static void
jh_window_class_init (JhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jh_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/window.ui");
  bind_children (widget_class);
}

/* Gives the button its menu when it is first opened: making one takes as long
 * as a tenth of what the window needs to come up. */
static void
menu_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, JH_WINDOW (data)->menu);
}

static void
jh_window_init (JhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, menu_cb, self,
                                         NULL);
  self->review = jh_review_new ();
  g_signal_connect_object (self->review, "notify::summary",
                           G_CALLBACK (jh_window_count_findings), self,
                           G_CONNECT_SWAPPED);
  jh_window_add_actions (self);
  jh_window_add_file_actions (self);
  jh_window_add_check_actions (self);
  jh_window_recall_size (self);
  document_cb (self);
}

JhWindow *
jh_window_new (GtkApplication *application)
{
  return g_object_new (JH_TYPE_WINDOW, "application", application, NULL);
}

JhDocument *
jh_window_get_document (JhWindow *self)
{
  return self->document;
}

void
jh_window_say (JhWindow *self, const char *words, gboolean failed)
{
  gtk_label_set_text (self->said, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->said), words);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "failed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "failed");
}

GtkHeaderBar *
jh_window_get_header (JhWindow *self)
{
  return GTK_HEADER_BAR (gtk_window_get_titlebar (GTK_WINDOW (self)));
}

void
jh_window_show_head (JhWindow *self)
{
  gtk_widget_set_visible (self->tools, TRUE);
  gtk_header_bar_set_show_title_buttons (jh_window_get_header (self), TRUE);
}

/* Takes @document over and shows it. */
static void
take_document (JhWindow *self, JhDocument *document)
{
  g_autofree char *page = jh_state_dup_text ("window", "page");

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  self->document = document;
  g_signal_connect_swapped (document, "notify", G_CALLBACK (document_cb),
                            self);
  watch_document (self);
  jh_window_furnish (self);
  document_cb (self);
  jh_switcher_set_document (self->switcher, document);
  jh_search_box_set_document (self->search, document);
  jh_window_give_document (self);
  jh_window_show_page (self,
                       page && jh_page_list_find (page) ? page : "unit");
  if (gtk_stack_get_visible_child (self->pages))
    jh_page_take_focus (JH_PAGE (gtk_stack_get_visible_child (self->pages)));
}

void
jh_window_leave (JhWindow *self)
{
  g_autoptr (JhDocument) document = NULL;

  if (self->document == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  document = g_steal_pointer (&self->document);
  g_clear_handle_id (&self->watch, g_source_remove);
  g_signal_handlers_disconnect_by_data (document, self);
  jh_switcher_set_document (self->switcher, NULL);
  jh_search_box_set_document (self->search, NULL);
  jh_window_give_document (self);
  document_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

gboolean
jh_window_open (JhWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhDocument) document = jh_document_open (path, &error);
  g_autofree char *key = dup_filing_key (path);
  int filing = jh_state_get_number ("filings", key, 0);

  if (document && jh_document_choose_any (document, filing, &error))
    {
      jh_recent_add (path);
      take_document (self, g_steal_pointer (&document));
      return TRUE;
    }
  if (self->document)
    jh_window_say (self, error->message, TRUE);
  else
    jh_window_welcome (self, error->message);
  return FALSE;
}
