#include "jh-notes.h"

struct _JhNotes
{
  GtkWindow parent_instance;

  GtkLabel *head;
  GtkTextView *lines;
  GtkLabel *copied;
};

G_DEFINE_FINAL_TYPE (JhNotes, jh_notes, GTK_TYPE_WINDOW)

static void
copy_cb (JhNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->lines);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_label_set_text (self->copied, "已复制");
}

static void
jh_notes_class_init (JhNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/notes.ui");
  gtk_widget_class_bind_template_child (widget_class, JhNotes, head);
  gtk_widget_class_bind_template_child (widget_class, JhNotes, lines);
  gtk_widget_class_bind_template_child (widget_class, JhNotes, copied);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
jh_notes_init (JhNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jh_notes_show (GtkWindow *parent, const char *title, const char *head,
               const char *lines)
{
  JhNotes *self = g_object_new (JH_TYPE_NOTES, "transient-for", parent,
                                "title", title, NULL);

  gtk_label_set_text (self->head, head);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->lines), lines,
                            -1);
  gtk_window_present (GTK_WINDOW (self));
}
