#include "jh-waiver-dialog.h"

#include "jh-decide.h"
#include "jh-state.h"
#include "jh-waive.h"

struct _JhWaiverDialog
{
  JhStartDialog parent_instance;

  GtkLabel *message;
  GtkLabel *lapsed;
  GtkTextView *words;
  GtkEditable *author;
  GtkLabel *trouble;
  GtkWidget *go;

  JhSession *session;
  JhFinding *finding;
};

G_DEFINE_FINAL_TYPE (JhWaiverDialog, jh_waiver_dialog, JH_TYPE_START_DIALOG)

static char *
dup_words (JhWaiverDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
go_cb (JhWaiverDialog *self)
{
  g_autofree char *words = dup_words (self);
  const char *author = gtk_editable_get_text (self->author);
  g_autoptr (GError) error = NULL;

  if (!jh_decide_waive (self->session, self->finding, words, author, &error))
    {
      jh_start_dialog_show_trouble (self->trouble, error->message);
      return;
    }
  jh_state_set_text ("people", "author", author);
  jh_start_dialog_made (
    JH_START_DIALOG (self),
    jh_store_get_path (jh_session_get_store (self->session)), 0,
    "审核说明已保存");
}

static void
jh_waiver_dialog_dispose (GObject *object)
{
  JhWaiverDialog *self = JH_WAIVER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_WAIVER_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->finding, jh_finding_unref);
  G_OBJECT_CLASS (jh_waiver_dialog_parent_class)->dispose (object);
}

static void
jh_waiver_dialog_class_init (JhWaiverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_waiver_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/waiver-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JhWaiverDialog,
                                        message);
  gtk_widget_class_bind_template_child (widget_class, JhWaiverDialog, lapsed);
  gtk_widget_class_bind_template_child (widget_class, JhWaiverDialog, words);
  gtk_widget_class_bind_template_child (widget_class, JhWaiverDialog, author);
  gtk_widget_class_bind_template_child (widget_class, JhWaiverDialog,
                                        trouble);
  gtk_widget_class_bind_template_child (widget_class, JhWaiverDialog, go);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
jh_waiver_dialog_init (JhWaiverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Proposes who writes: whoever wrote before, else whom the log would name. */
static void
propose_author (JhWaiverDialog *self)
{
  g_autofree char *author = jh_state_dup_text ("people", "author");
  const char *known
    = jh_store_get_author (jh_session_get_store (self->session));

  gtk_editable_set_text (self->author, author ? author : known);
}

/* Says at once what no words can change. */
static void
refuse (JhWaiverDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->finding->waivable
      || jh_waive_check (self->finding, "", "", &error))
    return;
  jh_start_dialog_show_trouble (self->trouble, error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->words), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->author), FALSE);
  gtk_widget_set_sensitive (self->go, FALSE);
}

JhWaiverDialog *
jh_waiver_dialog_new (GtkWindow *parent, JhSession *session,
                      JhFinding *finding)
{
  JhWaiverDialog *self
    = g_object_new (JH_TYPE_WAIVER_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->finding = jh_finding_ref (finding);
  gtk_label_set_text (self->message, finding->message);
  gtk_widget_set_visible (GTK_WIDGET (self->lapsed),
                          finding->waiver == JH_WAIVER_LAPSED);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words),
                            finding->waiver_words, -1);
  propose_author (self);
  refuse (self);
  return self;
}
