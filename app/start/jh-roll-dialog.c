#include "jh-roll-dialog.h"

#include "jh-notes.h"
#include "jh-rollover.h"
#include "jh-task.h"

struct _JhRollDialog
{
  JhStartDialog parent_instance;

  GtkDropDown *filing;
  GtkLabel *next;
  GtkCheckButton *lines;
  GtkCheckButton *projects;
  GtkCheckButton *indicators;
  GtkLabel *trouble;

  char *path;
};

G_DEFINE_FINAL_TYPE (JhRollDialog, jh_roll_dialog, JH_TYPE_START_DIALOG)

/* made, notes: what came of it; NULL until it did */
typedef struct
{
  char *path;
  gint64 filing;
  JhRolloverOptions options;
  JhFiling *made;
  GPtrArray *notes;
} Rolling;

static void
rolling_free (gpointer data)
{
  Rolling *rolling = data;

  g_free (rolling->path);
  jh_filing_free (rolling->made);
  g_clear_pointer (&rolling->notes, g_ptr_array_unref);
  g_free (rolling);
}

static gboolean
roll_on_thread (JhTask *task, gpointer data, GError **error)
{
  Rolling *rolling = data;
  g_autoptr (JhStore) store
    = jh_store_open (rolling->path, JH_STORE_WRITE, error);
  g_autoptr (JhFiling) from
    = store ? jh_filing_get (store, rolling->filing, error) : NULL;

  return from
         && jh_rollover (store, from, &rolling->options, &rolling->made,
                         &rolling->notes, error);
}

/* Shows what was replaced or left behind, when anything was. */
static void
show_notes (GtkWindow *parent, const GPtrArray *notes)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *head
    = g_strdup_printf ("结转好了，有 %u 处要知道：", notes->len);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            (char *) notes->pdata[i]);
  if (notes->len > 0)
    jh_notes_show (parent, "结转说明", head, lines->str);
}

static void
rolled_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhRollDialog *self = JH_ROLL_DIALOG (owner);
  const Rolling *rolling = data;
  g_autofree char *words = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  jh_start_dialog_set_busy (JH_START_DIALOG (self), FALSE);
  if (error)
    {
      jh_start_dialog_show_trouble (self->trouble, error->message);
      return;
    }
  words = g_strdup_printf ("已结转到 %d 年度“%s”", rolling->made->year,
                           rolling->made->name);
  jh_start_dialog_made (JH_START_DIALOG (self), rolling->path,
                        rolling->made->id, words);
  show_notes (parent, rolling->notes);
}

static JhFilingItem *
get_chosen (JhRollDialog *self)
{
  return gtk_drop_down_get_selected_item (self->filing);
}

static void
go_cb (JhRollDialog *self)
{
  JhFilingItem *item = get_chosen (self);
  Rolling *rolling;

  if (item == NULL)
    return;
  rolling = g_new0 (Rolling, 1);
  rolling->path = g_strdup (self->path);
  rolling->filing = jh_filing_item_get_id (item);
  rolling->options.lines = gtk_check_button_get_active (self->lines);
  rolling->options.projects = gtk_check_button_get_active (self->projects);
  rolling->options.indicators
    = gtk_check_button_get_active (self->indicators);
  jh_start_dialog_show_trouble (self->trouble, NULL);
  jh_start_dialog_set_busy (JH_START_DIALOG (self), TRUE);
  jh_task_run (GTK_WIDGET (self), "正在结转", 0, roll_on_thread, rolled_cb,
               rolling, rolling_free);
}

/* Says which year would be begun. */
static void
chosen_cb (JhRollDialog *self)
{
  JhFilingItem *item = get_chosen (self);
  g_autofree char *words
    = item ? g_strdup_printf ("新建的是 %d 年度。金额都留空，要重新填。",
                              jh_filing_item_get_year (item) + 1)
           : g_strdup ("这个账套里还没有决算，没有可以结转的。");

  gtk_label_set_text (self->next, words);
  jh_start_dialog_show_trouble (self->trouble, NULL);
}

/* A filing as the list calls it. */
static char *
dup_title (JhFilingItem *item, gpointer data)
{
  return item
           ? g_strdup_printf ("%d 年度  %s", jh_filing_item_get_year (item),
                              jh_filing_item_get_name (item))
           : g_strdup ("");
}

static void
jh_roll_dialog_finalize (GObject *object)
{
  g_free (JH_ROLL_DIALOG (object)->path);
  G_OBJECT_CLASS (jh_roll_dialog_parent_class)->finalize (object);
}

static void
jh_roll_dialog_class_init (JhRollDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jh_roll_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/roll-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JhRollDialog, filing);
  gtk_widget_class_bind_template_child (widget_class, JhRollDialog, next);
  gtk_widget_class_bind_template_child (widget_class, JhRollDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, JhRollDialog, projects);
  gtk_widget_class_bind_template_child (widget_class, JhRollDialog,
                                        indicators);
  gtk_widget_class_bind_template_child (widget_class, JhRollDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
jh_roll_dialog_init (JhRollDialog *self)
{
  g_autoptr (GtkExpression) title = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                       G_CALLBACK (dup_title), NULL, NULL);
  gtk_drop_down_set_expression (self->filing, title);
}

/* Proposes the filing that is shown. */
static void
propose (JhRollDialog *self, JhDocument *document, GListModel *filings)
{
  JhSession *session = jh_document_get_session (document);

  for (guint i = 0; session && i < g_list_model_get_n_items (filings); i++)
    {
      g_autoptr (JhFilingItem) item = g_list_model_get_item (filings, i);

      if (jh_filing_item_get_id (item) == jh_session_get_filing (session))
        {
          gtk_drop_down_set_selected (self->filing, i);
          return;
        }
    }
}

JhRollDialog *
jh_roll_dialog_new (GtkWindow *parent, JhDocument *document, GError **error)
{
  GListModel *filings = jh_document_get_filings (document, error);
  JhRollDialog *self;

  if (filings == NULL)
    return NULL;
  self = g_object_new (JH_TYPE_ROLL_DIALOG, "transient-for", parent, NULL);
  self->path = g_strdup (jh_document_get_path (document));
  gtk_drop_down_set_model (self->filing, filings);
  propose (self, document, filings);
  chosen_cb (self);
  return self;
}
