/* Going around the parts of the window by the keyboard: the sidebar, the
 * page, the findings and the search in the head. */
#include "jh-window-private.h"

#define N_PARTS 4

static void
list_parts (JhWindow *self, GtkWidget *parts[N_PARTS])
{
  parts[0] = GTK_WIDGET (self->sidebar);
  parts[1] = GTK_WIDGET (self->pages);
  parts[2] = GTK_WIDGET (self->findings);
  parts[3] = GTK_WIDGET (self->search);
}

/* The part that has the keyboard; N_PARTS for none. */
static int
find_part (JhWindow *self, GtkWidget *const parts[N_PARTS])
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (int i = 0; focus && i < N_PARTS; i++)
    if (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i]))
      return i;
  return N_PARTS;
}

void
jh_window_go_around (JhWindow *self, int step)
{
  GtkWidget *parts[N_PARTS];
  int at;

  if (self->pages == NULL)
    return;
  list_parts (self, parts);
  at = find_part (self, parts);
  if (at == N_PARTS)
    at = step > 0 ? N_PARTS - 1 : 0;
  for (int i = 0; i < N_PARTS; i++)
    {
      at = (at + step + N_PARTS) % N_PARTS;
      if (gtk_widget_get_mapped (parts[at])
          && gtk_widget_child_focus (parts[at], GTK_DIR_TAB_FORWARD))
        return;
    }
}
