#include "jh-filings-page.h"

#include "jh-error.h"
#include "jh-list-row.h"
#include "jh-tally.h"
#include "jh-task.h"

/* filings: the filings of the file, followed; NULL for none
 * tallies: what the checks came to; NULL until they ran
 * path: of the books that the tallies are of; owned */
struct _JhFilingsPage
{
  JhPage parent_instance;

  GtkWidget *check;
  GtkCheckButton *worst_first;
  GtkLabel *summary;
  GtkSingleSelection *selection;

  GListModel *filings;
  GHashTable *tallies;
  char *path;
};

G_DEFINE_FINAL_TYPE (JhFilingsPage, jh_filings_page, JH_TYPE_PAGE)

/* Lists the filings with what is known of them. */
static void
list (JhFilingsPage *self)
{
  g_autoptr (GListModel) items
    = self->filings
        ? jh_tally_item_list (self->filings, self->tallies,
                              gtk_check_button_get_active (self->worst_first))
        : NULL;

  gtk_single_selection_set_model (self->selection, items);
}

static void
leave_filings (JhFilingsPage *self)
{
  if (self->filings)
    g_signal_handlers_disconnect_by_data (self->filings, self);
  g_clear_object (&self->filings);
}

/* Forgets what was found in other books. */
static void
keep_tallies_of (JhFilingsPage *self, const char *path)
{
  if (g_strcmp0 (path, self->path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->tallies, g_hash_table_unref);
  gtk_label_set_text (self->summary, "");
}

static void
jh_filings_page_load (JhPage *page)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (page);
  JhDocument *document = jh_page_get_document (page);
  g_autoptr (GError) error = NULL;
  GListModel *filings
    = document ? jh_document_get_filings (document, &error) : NULL;

  if (error)
    jh_page_say (page, error->message, TRUE);
  gtk_widget_set_sensitive (self->check, filings != NULL);
  keep_tallies_of (self, document ? jh_document_get_path (document) : NULL);
  if (filings == self->filings)
    return;
  leave_filings (self);
  if (filings)
    {
      self->filings = g_object_ref (filings);
      g_signal_connect_swapped (filings, "items-changed", G_CALLBACK (list),
                                self);
    }
  list (self);
}

static void
activated_cb (JhFilingsPage *self, guint position)
{
  JhDocument *document = jh_page_get_document (JH_PAGE (self));
  g_autoptr (JhTallyItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (JhPlace) place = jh_place_new ("unit", NULL, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (document == NULL || item == NULL)
    return;
  if (jh_document_choose (document, jh_tally_item_get_filing (item), &error))
    jh_page_lead (JH_PAGE (self), place);
  else
    jh_page_say (JH_PAGE (self), error->message, TRUE);
}

/* The checks of all filings.
 *
 * tallies: NULL until they ran */
typedef struct
{
  char *path;
  GHashTable *tallies;
} Checking;

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  g_clear_pointer (&checking->tallies, g_hash_table_unref);
  g_free (checking->path);
  g_free (checking);
}

static void
tell_cb (guint done, guint total, gpointer data)
{
  jh_task_tell (data, done, total, NULL);
}

static gboolean
check_on_thread (JhTask *task, gpointer data, GError **error)
{
  Checking *checking = data;
  JhPace pace = { .cancellable = jh_task_get_cancellable (task),
                  .tell = tell_cb,
                  .data = task };

  checking->tallies = jh_tally_all (checking->path, &pace, error);
  return checking->tallies != NULL;
}

static void
checked_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (owner);
  Checking *checking = data;
  g_autofree char *summary = NULL;

  if (error)
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return;
    }
  if (g_strcmp0 (checking->path, self->path) != 0)
    return;
  g_clear_pointer (&self->tallies, g_hash_table_unref);
  self->tallies = g_steal_pointer (&checking->tallies);
  summary = jh_tally_dup_summary (self->tallies);
  gtk_label_set_text (self->summary, summary);
  list (self);
}

static void
check_cb (JhFilingsPage *self)
{
  Checking *checking;

  if (self->path == NULL)
    return;
  checking = g_new0 (Checking, 1);
  checking->path = g_strdup (self->path);
  jh_task_run (GTK_WIDGET (self), "正在审核全部决算", JH_TASK_CAN_STOP,
               check_on_thread, checked_cb, checking, checking_free);
}

static void
jh_filings_page_dispose (GObject *object)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (object);

  leave_filings (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_FILINGS_PAGE);
  G_OBJECT_CLASS (jh_filings_page_parent_class)->dispose (object);
}

static void
jh_filings_page_finalize (GObject *object)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (object);

  g_clear_pointer (&self->tallies, g_hash_table_unref);
  g_free (self->path);
  G_OBJECT_CLASS (jh_filings_page_parent_class)->finalize (object);
}

static void
jh_filings_page_class_init (JhFilingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_filings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jh_filings_page_finalize;
  JH_PAGE_CLASS (klass)->load = jh_filings_page_load;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/filings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, check);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage,
                                        worst_first);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage,
                                        selection);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list);
}

static void
jh_filings_page_init (JhFilingsPage *self)
{
  g_type_ensure (JH_TYPE_LIST_ROW);
  g_type_ensure (JH_TYPE_TALLY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
