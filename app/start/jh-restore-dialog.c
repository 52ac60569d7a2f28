#include "jh-restore-dialog.h"

#include "jh-backup.h"
#include "jh-claim.h"
#include "jh-copy-item.h"
#include "jh-error.h"
#include "jh-filing.h"
#include "jh-list-row.h"
#include "jh-task.h"

/* How many filings of a copy are named. */
#define NAMED_MOST 30

enum
{
  BEGIN,
  END,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _JhRestoreDialog
{
  JhStartDialog parent_instance;

  GtkLabel *head;
  GtkStack *stack;
  GtkSingleSelection *copies;
  GtkLabel *inside;
  GtkLabel *trouble;
  GtkWidget *go;

  char *path;
};

G_DEFINE_FINAL_TYPE (JhRestoreDialog, jh_restore_dialog, JH_TYPE_START_DIALOG)

/* kept: the copy made before; NULL for none
 * words: what is in a copy */
typedef struct
{
  char *path;
  char *copy;
  char *kept;
  char *words;
} Restoring;

static Restoring *
restoring_new (JhRestoreDialog *self, const char *copy)
{
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->path = g_strdup (self->path);
  restoring->copy = g_strdup (copy);
  return restoring;
}

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_free (restoring->path);
  g_free (restoring->copy);
  g_free (restoring->kept);
  g_free (restoring->words);
  g_free (restoring);
}

/* The path of the copy that is selected, or NULL. Borrowed. */
static const char *
get_copy (JhRestoreDialog *self)
{
  JhCopyItem *item = gtk_single_selection_get_selected_item (self->copies);

  return item ? jh_copy_item_get_path (item) : NULL;
}

static char *
dup_filings (const GPtrArray *filings)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "这份备份里有 %u 套决算：", filings->len);
  for (guint i = 0; i < MIN (filings->len, NAMED_MOST); i++)
    {
      const JhFiling *filing = filings->pdata[i];

      g_string_append_printf (words, "\n%d 年度  %s", filing->year,
                              filing->name);
    }
  if (filings->len > NAMED_MOST)
    g_string_append (words, "\n……");
  return g_string_free (words, FALSE);
}

static gboolean
look_on_thread (JhTask *task, gpointer data, GError **error)
{
  Restoring *restoring = data;
  g_autoptr (GError) why = NULL;
  g_autoptr (JhStore) store
    = jh_store_open (restoring->copy, JH_STORE_READ, &why);
  g_autoptr (GPtrArray) filings
    = store ? jh_filing_list (store, NULL, 0, &why) : NULL;

  if (filings)
    restoring->words = dup_filings (filings);
  else if (g_error_matches (why, JH_ERROR, JH_ERROR_READ_ONLY))
    restoring->words = g_strdup ("这份备份是旧版本的账套，现在看不到里面；"
                                 "还原以后会升级到现在的版本。");
  else
    restoring->words = g_strdup_printf ("看不了这份备份：%s", why->message);
  return TRUE;
}

static void
looked_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhRestoreDialog *self = JH_RESTORE_DIALOG (owner);
  const Restoring *restoring = data;

  if (g_strcmp0 (get_copy (self), restoring->copy) == 0)
    gtk_label_set_text (self->inside, restoring->words);
}

/* Shows what is in the copy that is selected. */
static void
selected_cb (JhRestoreDialog *self)
{
  const char *copy = get_copy (self);

  gtk_label_set_text (self->inside, "");
  jh_start_dialog_show_trouble (self->trouble, NULL);
  if (copy)
    jh_task_run (GTK_WIDGET (self), "正在看备份", 0, look_on_thread,
                 looked_cb, restoring_new (self, copy), restoring_free);
}

/* Books that somebody else has open are not taken from under them. */
static gboolean
restore_on_thread (JhTask *task, gpointer data, GError **error)
{
  Restoring *restoring = data;
  g_autoptr (JhClaim) claim = jh_claim_take (restoring->path, error);

  if (claim == NULL)
    {
      g_prefix_error (error, "现在不能还原：");
      return FALSE;
    }
  return jh_backup_restore (restoring->path, restoring->copy,
                            &restoring->kept, jh_task_get_cancellable (task),
                            error);
}

static void
restored_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  JhRestoreDialog *self = JH_RESTORE_DIALOG (owner);
  const Restoring *restoring = data;
  g_autofree char *name
    = restoring->kept ? g_path_get_basename (restoring->kept) : NULL;
  g_autofree char *words
    = name ? g_strdup_printf ("已还原；还原前的账套留在备份“%s”里", name)
           : g_strdup ("已还原");

  jh_start_dialog_set_busy (JH_START_DIALOG (self), FALSE);
  if (error)
    {
      g_signal_emit (self, signals[END], 0);
      jh_start_dialog_show_trouble (self->trouble, error->message);
      return;
    }
  jh_start_dialog_made (JH_START_DIALOG (self), restoring->path, 0, words);
}

static void
go_cb (JhRestoreDialog *self)
{
  const char *copy = get_copy (self);

  if (copy == NULL)
    return;
  jh_start_dialog_show_trouble (self->trouble, NULL);
  jh_start_dialog_set_busy (JH_START_DIALOG (self), TRUE);
  g_signal_emit (self, signals[BEGIN], 0);
  jh_task_run (GTK_WIDGET (self), "正在还原", JH_TASK_CAN_STOP,
               restore_on_thread, restored_cb, restoring_new (self, copy),
               restoring_free);
}

static void
jh_restore_dialog_finalize (GObject *object)
{
  g_free (JH_RESTORE_DIALOG (object)->path);
  G_OBJECT_CLASS (jh_restore_dialog_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  signals[BEGIN]
    = g_signal_new ("begin", JH_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[END]
    = g_signal_new ("end", JH_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
jh_restore_dialog_class_init (JhRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jh_restore_dialog_finalize;
  add_signals ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JhRestoreDialog, head);
  gtk_widget_class_bind_template_child (widget_class, JhRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, JhRestoreDialog,
                                        copies);
  gtk_widget_class_bind_template_child (widget_class, JhRestoreDialog,
                                        inside);
  gtk_widget_class_bind_template_child (widget_class, JhRestoreDialog,
                                        trouble);
  gtk_widget_class_bind_template_child (widget_class, JhRestoreDialog, go);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
jh_restore_dialog_init (JhRestoreDialog *self)
{
  g_type_ensure (JH_TYPE_COPY_ITEM);
  g_type_ensure (JH_TYPE_LIST_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Fills the list with @copies. */
static void
show_copies (JhRestoreDialog *self, const GPtrArray *copies)
{
  g_autoptr (GListStore) items = g_list_store_new (JH_TYPE_COPY_ITEM);

  for (guint i = 0; i < copies->len; i++)
    {
      g_autoptr (JhCopyItem) item = jh_copy_item_new (copies->pdata[i]);

      g_list_store_append (items, item);
    }
  gtk_single_selection_set_model (self->copies, G_LIST_MODEL (items));
  gtk_stack_set_visible_child_name (self->stack,
                                    copies->len > 0 ? "copies" : "none");
  gtk_widget_set_sensitive (self->go, copies->len > 0);
  selected_cb (self);
}

JhRestoreDialog *
jh_restore_dialog_new (GtkWindow *parent, const char *path, GError **error)
{
  g_autoptr (GPtrArray) copies = jh_copy_list (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *head = NULL;
  JhRestoreDialog *self;

  if (copies == NULL)
    return NULL;
  self = g_object_new (JH_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);
  self->path = g_strdup (path);
  head = g_strdup_printf (
    "把“%s”退回到下面选中的备份。现在的内容会先备份一份，不会丢。", name);
  gtk_label_set_text (self->head, head);
  show_copies (self, copies);
  return self;
}
