#include "jh-widget.h"

void
jh_widget_dispose_template (GtkWidget *self, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (self, type);
  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}

void
jh_widget_name_row (GtkWidget *child, const char *name)
{
  GtkWidget *row = child ? gtk_widget_get_parent (child) : NULL;

  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
