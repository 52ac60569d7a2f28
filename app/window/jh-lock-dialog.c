#include "jh-lock-dialog.h"

#include "jh-decide.h"
#include "jh-state.h"

#define LOCKS                                                                \
  "锁定以后谁也不能再改这套决算，撤销也不行；要改，先由负责人解锁。"
#define UNLOCKS "解锁以后又可以修改。谁解锁的、为什么，都记入修改痕迹。"

/* locks: whether it locks, else it unlocks */
struct _JhLockDialog
{
  JhStartDialog parent_instance;

  GtkLabel *hint;
  GtkEditable *manager;
  GtkWidget *why_box;
  GtkEditable *why;
  GtkWidget *lines_side;
  GtkLabel *lines;
  GtkLabel *trouble;
  GtkButton *go;

  JhReview *review;
  gboolean locks;
};

G_DEFINE_FINAL_TYPE (JhLockDialog, jh_lock_dialog, JH_TYPE_START_DIALOG)

/* The session, while it is still there. */
static JhSession *
get_session (JhLockDialog *self)
{
  return jh_review_get_session (self->review);
}

/* Says what stands in the way of a lock, as soon as the checks have run. */
static void
look (JhLockDialog *self)
{
  gboolean busy = jh_review_is_busy (self->review);
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;
  g_autofree char *lines = NULL;

  if (get_session (self) == NULL || busy)
    {
      jh_start_dialog_show_trouble (self->trouble, "正在审核……");
      gtk_widget_set_sensitive (GTK_WIDGET (self->go), FALSE);
      return;
    }
  if (!jh_decide_find_obstacle (
        get_session (self),
        jh_finding_list_get (jh_review_get_findings (self->review)),
        &obstacle, &lines, &error))
    obstacle = g_strdup (error->message);
  jh_start_dialog_show_trouble (self->trouble, obstacle);
  gtk_label_set_text (self->lines, lines ? lines : "");
  gtk_widget_set_visible (self->lines_side,
                          obstacle && lines && *lines != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), obstacle == NULL);
}

/* Locks or unlocks; FALSE with @error. */
static gboolean
decide (JhLockDialog *self, GError **error)
{
  const char *manager = gtk_editable_get_text (self->manager);

  if (!self->locks)
    return jh_decide_unlock (get_session (self), manager,
                             gtk_editable_get_text (self->why), error);
  return jh_decide_lock (
    get_session (self),
    jh_finding_list_get (jh_review_get_findings (self->review)), manager,
    error);
}

static void
go_cb (JhLockDialog *self)
{
  g_autoptr (JhReview) review = g_object_ref (self->review);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (get_session (self) == NULL)
    return;
  path = g_strdup (
    jh_store_get_path (jh_session_get_store (get_session (self))));
  g_signal_handlers_disconnect_by_data (review, self);
  if (decide (self, &error))
    {
      jh_state_set_text ("people", "manager",
                         gtk_editable_get_text (self->manager));
      jh_start_dialog_made (JH_START_DIALOG (self), path, 0,
                            self->locks ? "已锁定" : "已解锁，可以修改了");
      return;
    }
  jh_start_dialog_show_trouble (self->trouble, error->message);
}

static void
jh_lock_dialog_dispose (GObject *object)
{
  JhLockDialog *self = JH_LOCK_DIALOG (object);

  if (self->review)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_LOCK_DIALOG);
  G_OBJECT_CLASS (jh_lock_dialog_parent_class)->dispose (object);
}

static void
jh_lock_dialog_class_init (JhLockDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_lock_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/lock-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, manager);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, why_box);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, why);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog,
                                        lines_side);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, JhLockDialog, go);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
jh_lock_dialog_init (JhLockDialog *self)
{
  g_autofree char *manager = jh_state_dup_text ("people", "manager");

  gtk_widget_init_template (GTK_WIDGET (self));
  if (manager)
    gtk_editable_set_text (self->manager, manager);
}

/* Says what is done here: @locks, or the other thing. */
static void
show_purpose (JhLockDialog *self)
{
  const char *name = self->locks ? "锁定" : "解锁";
  g_autofree char *label
    = g_strdup_printf ("%s(_%c)", name, self->locks ? 'L' : 'U');

  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_button_set_label (self->go, label);
  gtk_label_set_text (self->hint, self->locks ? LOCKS : UNLOCKS);
  gtk_widget_set_visible (self->why_box, !self->locks);
}

JhLockDialog *
jh_lock_dialog_new (GtkWindow *parent, JhReview *review)
{
  JhLockDialog *self
    = g_object_new (JH_TYPE_LOCK_DIALOG, "transient-for", parent, NULL);

  self->review = g_object_ref (review);
  self->locks = !jh_decide_is_locked (get_session (self));
  show_purpose (self);
  if (self->locks)
    {
      g_signal_connect_swapped (review, "notify::busy", G_CALLBACK (look),
                                self);
      look (self);
    }
  return self;
}
