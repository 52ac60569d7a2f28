/* What the buttons and keys of the page do. */
#include "jh-sheets-page-private.h"

#include "jh-paper-space.h"

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (widget);
  const char *way = g_variant_get_string (parameter, NULL);

  if (g_str_equal (way, "width"))
    jh_paper_view_set_zoom (self->view, JH_ZOOM_WIDTH, 1);
  else if (g_str_equal (way, "page"))
    jh_paper_view_set_zoom (self->view, JH_ZOOM_PAGE, 1);
  else
    jh_paper_view_set_zoom (self->view, JH_ZOOM_FIXED,
                            g_ascii_strtod (way, NULL) / 100);
}

static void
step_zoom (JhSheetsPage *self, int step)
{
  double zoom = jh_paper_view_get_zoom (self->view);

  jh_paper_view_set_zoom (self->view, JH_ZOOM_FIXED,
                          jh_paper_space_step (zoom, step));
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_zoom (JH_SHEETS_PAGE (widget), 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_zoom (JH_SHEETS_PAGE (widget), -1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (widget);

  jh_paper_view_go_page (self->view, jh_paper_view_get_page (self->view) + 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (widget);
  guint page = jh_paper_view_get_page (self->view);

  jh_paper_view_go_page (self->view, page > 0 ? page - 1 : 0);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jh_sheets_page_print (JH_SHEETS_PAGE (widget), FALSE);
}

static void
print_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jh_sheets_page_print (JH_SHEETS_PAGE (widget), TRUE);
}

void
jh_sheets_page_class_add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "sheets.zoom", "s", zoom_cb },
    { "sheets.zoom-in", NULL, zoom_in_cb },
    { "sheets.zoom-out", NULL, zoom_out_cb },
    { "sheets.next", NULL, next_cb },
    { "sheets.previous", NULL, previous_cb },
    { "sheets.print", NULL, print_cb },
    { "sheets.print-all", NULL, print_all_cb },
  };
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "sheets.zoom-in" },
    { GDK_KEY_equal, "sheets.zoom-in" },
    { GDK_KEY_KP_Add, "sheets.zoom-in" },
    { GDK_KEY_minus, "sheets.zoom-out" },
    { GDK_KEY_KP_Subtract, "sheets.zoom-out" },
    { GDK_KEY_Page_Down, "sheets.next" },
    { GDK_KEY_Page_Up, "sheets.previous" },
    { GDK_KEY_p, "sheets.print" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter,
                                     actions[i].activate);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
      widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (
    widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "sheets.zoom", "s", "100");
  gtk_widget_class_add_binding_action (
    widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "sheets.zoom", "s", "100");
}
