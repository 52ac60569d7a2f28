#include "jh-state.h"
#include "jh-window-private.h"

static void
lead_cb (JhWindow *self, const JhPlace *place)
{
  jh_window_go (self, place);
}

static void
say_cb (JhWindow *self, const char *words, gboolean failed)
{
  jh_window_say (self, words, failed);
}

/* The page @name, made when it is not there yet; NULL for no page, and while
 * no books were opened. */
static JhPage *
ensure_page (JhWindow *self, const char *name)
{
  GtkWidget *there
    = self->pages ? gtk_stack_get_child_by_name (self->pages, name) : NULL;
  const JhPageInfo *info = jh_page_list_find (name);
  JhPage *page;

  if (there || info == NULL || self->pages == NULL)
    return there ? JH_PAGE (there) : NULL;
  page = jh_page_list_make (info);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, info->title, -1);
  g_signal_connect_object (page, "lead", G_CALLBACK (lead_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "say", G_CALLBACK (say_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, GTK_WIDGET (page), info->name);
  jh_page_set_document (page, self->document);
  return page;
}

void
jh_window_show_page (JhWindow *self, const char *name)
{
  JhPage *page = ensure_page (self, name);

  if (page == NULL)
    return;
  self->page = jh_page_list_find (name)->name;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  jh_sidebar_select (self->sidebar, name);
  jh_findings_panel_set_page (self->findings, name);
  jh_state_set_text ("window", "page", name);
  jh_page_look (page);
}

void
jh_window_give_document (JhWindow *self)
{
  for (GtkWidget *child
       = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       child; child = gtk_widget_get_next_sibling (child))
    jh_page_set_document (JH_PAGE (child), self->document);
}

/* Shows @place on whichever page of forms has it: facts of the unit stand on
 * more than one. */
static gboolean
go_elsewhere (JhWindow *self, const JhPlace *place)
{
  guint n;
  const JhPageInfo *pages = jh_page_list (&n);

  for (guint i = 0; i < n; i++)
    if (*pages[i].forms && !g_str_equal (pages[i].name, place->page)
        && jh_page_go (ensure_page (self, pages[i].name), place))
      {
        jh_window_show_page (self, pages[i].name);
        return jh_page_go (ensure_page (self, pages[i].name), place);
      }
  return FALSE;
}

/* Gives the keyboard to @page, unless something on it has it. */
static void
focus_page (JhWindow *self, JhPage *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    jh_page_take_focus (page);
}

void
jh_window_go (JhWindow *self, const JhPlace *place)
{
  JhPage *page = ensure_page (self, place->page);

  if (page == NULL)
    return;
  jh_window_show_page (self, place->page);
  if (*place->table == '\0' && *place->detail == '\0')
    focus_page (self, page);
  else if (jh_page_go (page, place))
    focus_page (self, page);
  else if (!go_elsewhere (self, place))
    jh_window_say (self, "要找的地方已经不在了", TRUE);
}
