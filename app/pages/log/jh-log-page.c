#include "jh-log-page.h"

#include "jh-change-words.h"
#include "jh-error.h"
#include "jh-list-row.h"
#include "jh-log-item.h"
#include "jh-work.h"

/* items: what was read so far
 * tables, authors: what the filters offer, behind the first, which is all
 * whole: there is nothing more to read
 * stale: something was changed since it was read
 * filling: the filters are being filled, which is nobody's choice
 * waiting: the source that reads anew */
struct _JhLogPage
{
  JhPage parent_instance;

  GtkCheckButton *own;
  GtkDropDown *table;
  GtkDropDown *author;
  GtkWidget *undo;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;

  GListStore *items;
  GPtrArray *tables;
  GPtrArray *authors;
  gboolean whole;
  gboolean stale;
  gboolean filling;
  guint waiting;
};

G_DEFINE_FINAL_TYPE (JhLogPage, jh_log_page, JH_TYPE_PAGE)

static JhStore *
get_store (JhLogPage *self)
{
  JhDocument *document = jh_page_get_document (JH_PAGE (self));

  return document ? jh_document_get_store (document) : NULL;
}

/* What @list has at the place that @filter stands on; NULL for the first,
 * which is all. Borrowed. */
static const char *
get_choice (GtkDropDown *filter, const GPtrArray *list)
{
  guint selected = gtk_drop_down_get_selected (filter);

  return list && selected > 0 && selected <= list->len
           ? list->pdata[selected - 1]
           : NULL;
}

static JhChangeFilter
get_filter (JhLogPage *self)
{
  JhSession *session = jh_page_get_session (JH_PAGE (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (JhLogItem) last
    = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->items), n - 1)
            : NULL;
  gboolean own = session && gtk_check_button_get_active (self->own);

  return (JhChangeFilter){ own ? jh_session_get_filing (session) : 0,
                           get_choice (self->table, self->tables),
                           get_choice (self->author, self->authors),
                           last ? jh_log_item_get_id (last) : 0 };
}

/* Reads the next page behind what was read. */
static void
read_more (JhLogPage *self)
{
  JhStore *store = get_store (self);
  JhChangeFilter filter = get_filter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (store == NULL || self->whole)
    return;
  items = jh_log_read (store, &filter, &error);
  self->whole = items == NULL || items->len < JH_LOG_AT_ONCE;
  if (items == NULL)
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return;
    }
  g_list_store_splice (self->items,
                       g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       0, items->pdata, items->len);
}

static void
update_undo (JhLogPage *self)
{
  JhDocument *document = jh_page_get_document (JH_PAGE (self));
  JhLogItem *item = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_set_sensitive (self->undo,
                            document && !jh_document_is_read_only (document)
                              && item && jh_log_item_is_done (item));
}

/* Reads the log from its newest entry on. */
static void
read_anew (JhLogPage *self)
{
  self->stale = FALSE;
  self->whole = FALSE;
  g_list_store_remove_all (self->items);
  read_more (self);
  gtk_stack_set_visible_child_name (
    self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0
                   ? "list"
                   : "empty");
  update_undo (self);
}

/* Offers @all and @words in @filter, keeping what is chosen. */
static void
fill_filter (GtkDropDown *filter, const char *all, const GPtrArray *words,
             const char *chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, all);
  for (guint i = 0; words && i < words->len; i++)
    {
      gtk_string_list_append (list, jh_change_words_table (words->pdata[i]));
      if (g_strcmp0 (words->pdata[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (filter, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (filter, selected);
}

/* Offers the tables and the people that the log tells of. */
static void
fill_filters (JhLogPage *self)
{
  JhStore *store = get_store (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables
    = store ? jh_change_list_tables (store, &error) : NULL;
  g_autoptr (GPtrArray) authors
    = tables ? jh_change_list_authors (store, &error) : NULL;

  if (error)
    jh_page_say (JH_PAGE (self), error->message, TRUE);
  self->filling = TRUE;
  fill_filter (self->table, "所有内容", tables,
               get_choice (self->table, self->tables));
  fill_filter (self->author, "所有人", authors,
               get_choice (self->author, self->authors));
  self->filling = FALSE;
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  self->tables = g_steal_pointer (&tables);
  self->authors = g_steal_pointer (&authors);
}

static void
refresh (JhLogPage *self)
{
  fill_filters (self);
  read_anew (self);
}

static gboolean
refresh_cb (gpointer data)
{
  JhLogPage *self = data;

  self->waiting = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Something was changed: the log is read anew, at once when it is in sight
 * and otherwise when it comes. */
static void
changed_cb (JhLogPage *self)
{
  self->stale = TRUE;
  if (self->waiting == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->waiting = g_idle_add (refresh_cb, self);
}

static void
filter_cb (JhLogPage *self)
{
  if (!self->filling)
    read_anew (self);
}

static void
edge_cb (JhLogPage *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM)
    read_more (self);
}

/* Leads to the row that the entry at @position changed. */
static void
activated_cb (JhLogPage *self, guint position)
{
  g_autoptr (JhLogItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const JhPlace *place = item ? jh_log_item_get_place (item) : NULL;
  JhDocument *document = jh_page_get_document (JH_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (place == NULL)
    jh_page_say (JH_PAGE (self), "这次修改没有可以跳去的地方", FALSE);
  else if (jh_log_item_get_filing (item)
           && !jh_document_choose (document, jh_log_item_get_filing (item),
                                   &error))
    jh_page_say (JH_PAGE (self), error->message, TRUE);
  else
    jh_page_lead (JH_PAGE (self), place);
}

/* What is undone on the thread. */
typedef struct
{
  char *path;
  gint64 id;
  guint undone;
} Undoing;

static void
undoing_free (gpointer data)
{
  Undoing *undoing = data;

  g_free (undoing->path);
  g_free (undoing);
}

static gboolean
undo_on_thread (JhTask *task, gpointer data, GError **error)
{
  Undoing *undoing = data;
  g_autoptr (JhStore) store
    = jh_store_open (undoing->path, JH_STORE_WRITE, error);

  if (store == NULL)
    return FALSE;
  jh_store_set_cancellable (store, jh_task_get_cancellable (task));
  return jh_change_undo_to (store, undoing->id, &undoing->undone, error);
}

static void
undone_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhLogPage *self = JH_LOG_PAGE (owner);
  const Undoing *undoing = data;
  g_autofree char *words = g_strdup_printf (
    "已撤销 %u 次修改，可以用“重做”逐次恢复", undoing->undone);

  jh_page_say (JH_PAGE (self), error ? error->message : words, error != NULL);
  refresh (self);
}

/* Somebody agreed, or did not. */
static void
agreed_cb (GtkDialog *dialog, int response, gpointer data)
{
  JhLogPage *self = data;
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "id");
  JhStore *store = get_store (self);
  Undoing *undoing;

  if (response == GTK_RESPONSE_ACCEPT && store)
    {
      undoing = g_new0 (Undoing, 1);
      undoing->path = g_strdup (jh_store_get_path (store));
      undoing->id = *id;
      jh_work_run (GTK_WIDGET (self), jh_page_get_document (JH_PAGE (self)),
                   "正在撤销", undo_on_thread, undone_cb, undoing,
                   undoing_free);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Asks whether the changes from @id on are to be undone; @words say what
 * that comes to. */
static void
ask (JhLogPage *self, gint64 id, const char *words)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = gtk_message_dialog_new (
    GTK_WINDOW (root), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
    GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "撤销到这里之前？");

  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), "%s\n撤销以后，可以用“重做”逐次恢复。",
    words);
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), "取消(_C)",
                          GTK_RESPONSE_CANCEL, "撤销(_U)",
                          GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_object_set_data_full (G_OBJECT (dialog), "id", g_memdup2 (&id, sizeof id),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (agreed_cb), self,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_cb (JhLogPage *self)
{
  JhLogItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (item == NULL)
    return;
  words = jh_log_dup_undo_words (get_store (self), jh_log_item_get_id (item),
                                 NULL, &error);
  if (words)
    ask (self, jh_log_item_get_id (item), words);
  else
    jh_page_say (JH_PAGE (self), error->message, TRUE);
}

static void
jh_log_page_load (JhPage *page)
{
  JhLogPage *self = JH_LOG_PAGE (page);
  JhDocument *document = jh_page_get_document (page);

  if (document)
    {
      g_signal_handlers_disconnect_by_func (document, changed_cb, self);
      g_signal_connect_object (document, "notify", G_CALLBACK (changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->own),
                            jh_page_get_session (page) != NULL);
  refresh (self);
}

static void
jh_log_page_look (JhPage *page)
{
  if (JH_LOG_PAGE (page)->stale)
    refresh (JH_LOG_PAGE (page));
}

static void
jh_log_page_dispose (GObject *object)
{
  JhLogPage *self = JH_LOG_PAGE (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_LOG_PAGE);
  g_clear_object (&self->items);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  G_OBJECT_CLASS (jh_log_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, own);
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, table);
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, author);
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, undo);
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, list);
  gtk_widget_class_bind_template_child (widget_class, JhLogPage, selection);
}

static void
jh_log_page_class_init (JhLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_log_page_dispose;
  JH_PAGE_CLASS (klass)->load = jh_log_page_load;
  JH_PAGE_CLASS (klass)->look = jh_log_page_look;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/log-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_undo);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
jh_log_page_init (JhLogPage *self)
{
  g_type_ensure (JH_TYPE_LOG_ITEM);
  self->filling = TRUE;
  g_type_ensure (JH_TYPE_LIST_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->items = g_list_store_new (JH_TYPE_LOG_ITEM);
  gtk_single_selection_set_model (self->selection,
                                  G_LIST_MODEL (self->items));
}
