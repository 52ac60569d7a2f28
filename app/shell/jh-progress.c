#include "jh-progress.h"

enum
{
  STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _JhProgress
{
  GtkWindow parent_instance;

  GtkLabel *words;
  GtkLabel *name;
  GtkProgressBar *bar;
  GtkWidget *stop;
};

G_DEFINE_FINAL_TYPE (JhProgress, jh_progress, GTK_TYPE_WINDOW)

static void
stop_cb (JhProgress *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_text (self->name, "正在停止…");
  g_signal_emit (self, signals[STOP], 0);
}

/* Closing the dialog is stopping the work, where it can be stopped; the
 * dialog itself stays until the work is over. */
static gboolean
jh_progress_close_request (GtkWindow *window)
{
  JhProgress *self = JH_PROGRESS (window);

  if (gtk_widget_get_visible (self->stop)
      && gtk_widget_get_sensitive (self->stop))
    stop_cb (self);
  return TRUE;
}

static void
jh_progress_class_init (JhProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = jh_progress_close_request;
  signals[STOP] = g_signal_new ("stop", JH_TYPE_PROGRESS, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/progress.ui");
  gtk_widget_class_bind_template_child (widget_class, JhProgress, words);
  gtk_widget_class_bind_template_child (widget_class, JhProgress, name);
  gtk_widget_class_bind_template_child (widget_class, JhProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, JhProgress, stop);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
jh_progress_init (JhProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

JhProgress *
jh_progress_new (GtkWindow *parent, const char *words, gboolean can_stop)
{
  JhProgress *self
    = g_object_new (JH_TYPE_PROGRESS, "transient-for", parent, NULL);

  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->stop, can_stop);
  return self;
}

void
jh_progress_show (JhProgress *self, guint done, guint total, const char *name)
{
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar,
                                   (double) MIN (done, total) / total);
  else
    gtk_progress_bar_pulse (self->bar);
  if (gtk_widget_get_sensitive (self->stop))
    gtk_label_set_text (self->name, name ? name : "");
}
