/* The menu of a cell, and the actions in it. */
#include "jh-table-view-private.h"

/* name, label: of the action
 * shortcut: what the keyboard has for it */
typedef struct
{
  const char *name;
  const char *label;
  const char *shortcut;
  void (*act) (JhTableView *self);
} MenuEntry;

static void
fill_down (JhTableView *self)
{
  jh_table_view_fill (self, TRUE);
}

static void
fill_right (JhTableView *self)
{
  jh_table_view_fill (self, FALSE);
}

/* An empty entry begins the next section. */
static const MenuEntry entries[] = {
  { "table.cut", "剪切", "<Control>x", jh_table_view_cut },
  { "table.copy", "复制", "<Control>c", jh_table_view_copy },
  { "table.paste", "粘贴", "<Control>v", jh_table_view_paste },
  { "table.clear", "清除内容", "Delete", jh_table_view_clear },
  { NULL },
  { "table.fill-down", "向下填充", "<Control>d", fill_down },
  { "table.fill-right", "向右填充", "<Control>r", fill_right },
  { NULL },
  { "table.insert-rows", "在上面插入行", "<Control>plus",
    jh_table_view_insert_rows },
  { "table.remove-rows", "删除行", "<Control>minus",
    jh_table_view_remove_rows },
};

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JhTableView *self = JH_TABLE_VIEW (widget);

  if (self->model == NULL || !jh_table_view_keep (self))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_strcmp0 (entries[i].name, name) == 0)
      entries[i].act (self);
}

void
jh_table_view_install_actions (GtkWidgetClass *klass)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].name)
      gtk_widget_class_install_action (klass, entries[i].name, NULL,
                                       action_cb);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (entries[i].name == NULL)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_set_object (&section, NULL);
          section = g_menu_new ();
          continue;
        }
      item = g_menu_item_new (entries[i].label, entries[i].name);
      g_menu_item_set_attribute (item, "accel", "s", entries[i].shortcut);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

void
jh_table_view_show_menu (JhTableView *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
