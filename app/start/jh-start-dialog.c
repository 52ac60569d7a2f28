#include "jh-start-dialog.h"

enum
{
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* focus: what had the keyboard before the work began; NULL when it went
 *        away */
typedef struct
{
  gboolean busy;
  GtkWidget *focus;
} JhStartDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JhStartDialog, jh_start_dialog,
                                     GTK_TYPE_WINDOW)

static gboolean
jh_start_dialog_close_request (GtkWindow *window)
{
  JhStartDialogPrivate *own
    = jh_start_dialog_get_instance_private (JH_START_DIALOG (window));

  return own->busy
         || GTK_WINDOW_CLASS (jh_start_dialog_parent_class)
              ->close_request (window);
}

static void
jh_start_dialog_dispose (GObject *object)
{
  JhStartDialogPrivate *own
    = jh_start_dialog_get_instance_private (JH_START_DIALOG (object));

  g_clear_weak_pointer (&own->focus);
  G_OBJECT_CLASS (jh_start_dialog_parent_class)->dispose (object);
}

static void
jh_start_dialog_class_init (JhStartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_start_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jh_start_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  signals[MADE] = g_signal_new (
    "made", JH_TYPE_START_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING);
}

static void
jh_start_dialog_init (JhStartDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

void
jh_start_dialog_made (JhStartDialog *self, const char *path, gint64 filing,
                      const char *words)
{
  g_autoptr (JhStartDialog) held = g_object_ref (self);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[MADE], 0, path, filing, words);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
jh_start_dialog_set_busy (JhStartDialog *self, gboolean busy)
{
  JhStartDialogPrivate *own = jh_start_dialog_get_instance_private (self);
  GtkWidget *bar = gtk_window_get_titlebar (GTK_WINDOW (self));

  own->busy = busy;
  if (busy)
    {
      g_set_weak_pointer (&own->focus,
                          gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  gtk_widget_set_sensitive (gtk_window_get_child (GTK_WINDOW (self)), !busy);
  if (bar)
    gtk_widget_set_sensitive (bar, !busy);
  if (!busy && own->focus)
    gtk_widget_grab_focus (own->focus);
}

void
jh_start_dialog_show_trouble (GtkLabel *label, const char *trouble)
{
  gtk_label_set_text (label, trouble ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (label), trouble != NULL);
}
