#include "jh-widget.h"

void
jh_widget_dispose_template (GtkWidget *self, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (self, type);
  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}
