#include "jh-table-pane.h"

#include "jh-entry-place.h"
#include "jh-bulk.h"
#include "jh-state.h"
#include "jh-work.h"

enum
{
  PROP_TITLE = 1,
  PROP_HINT,
  PROP_LABEL,
  PROP_KEY,
  N_PROPERTIES,
};

struct _JhTablePane
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *hint;
  JhTableView *view;
  char *key;
};

G_DEFINE_FINAL_TYPE (JhTablePane, jh_table_pane, GTK_TYPE_BOX)

static void
report_cb (JhTablePane *self, gboolean failed, const char *words)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), JH_TYPE_PAGE);

  if (page)
    jh_page_say (JH_PAGE (page), words, failed);
}

/* A large block that is written. */
typedef struct
{
  JhBulk *bulk;
  JhTableReport report;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  jh_bulk_free (writing->bulk);
  jh_table_report_clear (&writing->report);
  g_free (writing);
}

static void
tell_cb (guint done, guint total, gpointer data)
{
  jh_task_tell (data, done, total, NULL);
}

static gboolean
write_on_thread (JhTask *task, gpointer data, GError **error)
{
  Writing *writing = data;
  JhPace pace = { .cancellable = jh_task_get_cancellable (task),
                  .tell = tell_cb,
                  .data = task };

  return jh_bulk_run (writing->bulk, &pace, &writing->report, error);
}

static void
written_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  const Writing *writing = data;

  jh_table_view_written (JH_TABLE_PANE (owner)->view, &writing->report,
                         error);
}

/* Writes a large block on a thread. */
static gboolean
write_large_cb (JhTablePane *self, JhTableBlock *block, guint verb)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), JH_TYPE_PAGE);
  JhSession *session = page ? jh_page_get_session (JH_PAGE (page)) : NULL;
  g_autoptr (GError) error = NULL;
  Writing *writing;
  JhBulk *bulk;

  if (session == NULL)
    return FALSE;
  bulk = jh_bulk_new (jh_table_pane_get_model (self), session, block,
                      (JhTableVerb) verb, &error);
  if (bulk == NULL)
    {
      jh_table_view_written (self->view, NULL, error);
      return TRUE;
    }
  writing = g_new0 (Writing, 1);
  writing->bulk = bulk;
  jh_work_run (GTK_WIDGET (self), jh_page_get_document (JH_PAGE (page)),
               jh_bulk_get_words (bulk), write_on_thread, written_cb, writing,
               writing_free);
  return TRUE;
}

static void
widths_changed_cb (JhTablePane *self)
{
  g_autofree char *widths = jh_table_view_dup_widths (self->view);

  if (self->key)
    jh_state_set_text ("widths", self->key, widths);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
jh_table_pane_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *pspec)
{
  JhTablePane *self = JH_TABLE_PANE (object);
  const char *text = g_value_get_string (value);

  if (id == PROP_HINT)
    {
      set_label (self->hint, text);
    }
  else if (id == PROP_TITLE)
    {
      set_label (self->title, text);
      jh_table_view_set_label (self->view, text ? text : "");
    }
  else if (id == PROP_LABEL)
    {
      jh_table_view_set_label (self->view, text ? text : "");
    }
  else
    {
      g_free (self->key);
      self->key = g_strdup (text);
    }
}

static void
jh_table_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_TABLE_PANE);
  G_OBJECT_CLASS (jh_table_pane_parent_class)->dispose (object);
}

static void
jh_table_pane_finalize (GObject *object)
{
  g_free (JH_TABLE_PANE (object)->key);
  G_OBJECT_CLASS (jh_table_pane_parent_class)->finalize (object);
}

static void
jh_table_pane_class_init (JhTablePaneClass *klass)
{
  static const char *const names[N_PROPERTIES]
    = { NULL, "title", "hint", "label", "key" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = jh_table_pane_set_property;
  object_class->dispose = jh_table_pane_dispose;
  object_class->finalize = jh_table_pane_finalize;
  for (int id = PROP_TITLE; id < N_PROPERTIES; id++)
    g_object_class_install_property (
      object_class, id,
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/table-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JhTablePane, title);
  gtk_widget_class_bind_template_child (widget_class, JhTablePane, hint);
  gtk_widget_class_bind_template_child (widget_class, JhTablePane, view);
  gtk_widget_class_bind_template_callback (widget_class, report_cb);
  gtk_widget_class_bind_template_callback (widget_class, widths_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_large_cb);
}

static void
jh_table_pane_init (JhTablePane *self)
{
  g_type_ensure (JH_TYPE_TABLE_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jh_table_pane_show (JhTablePane *self, JhTableModel *model)
{
  g_autofree char *widths
    = self->key ? jh_state_dup_text ("widths", self->key) : NULL;

  jh_table_view_set_model (self->view, model);
  if (model && widths)
    jh_table_view_set_widths (self->view, widths);
}

JhTableModel *
jh_table_pane_get_model (JhTablePane *self)
{
  return jh_table_view_get_model (self->view);
}

JhTableView *
jh_table_pane_get_view (JhTablePane *self)
{
  return self->view;
}

gboolean
jh_table_pane_go (JhTablePane *self, const JhPlace *place)
{
  JhTableModel *model = jh_table_pane_get_model (self);
  guint row, column;

  if (model == NULL || !jh_entry_find_place (model, place, &row, &column))
    return FALSE;
  jh_table_view_go (self->view, row, column);
  return TRUE;
}
