/* The columns: how wide they are, their heads and their totals. */
#include "jh-table-view-private.h"

#define GUTTER_ROOM 14
#define NARROWEST 3
#define WIDEST 120
#define LONG_TITLE 20
#define ORDER_HELP "点一下按这一列排序"

/* How wide @column is, in tenths of a character. */
static int
find_tenths (JhTableView *self, const JhTableColumn *column)
{
  gpointer dragged = g_hash_table_lookup (self->dragged, column->name);

  return dragged ? GPOINTER_TO_INT (dragged) : (int) column->width * 10;
}

/* How wide the head of @column wants to be, so that it is not broken; a very
 * long one is. */
static int
measure_title (JhTableView *self, const JhTableColumn *column)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->fonts);
  g_autofree char *label
    = g_strconcat (column->label, column->required ? " *" : "", NULL);
  int width;

  pango_layout_set_text (layout, label, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return MIN (width, LONG_TITLE * self->character);
}

/* How wide @column is: what was dragged, or what the model says and the
 * head wants. */
static int
find_width (JhTableView *self, const JhTableColumn *column)
{
  int width = find_tenths (self, column) * self->character / 10;

  if (!g_hash_table_contains (self->dragged, column->name))
    width = MAX (width, measure_title (self, column));
  return width + 2 * JH_BOX_PADDING;
}

static int
count_digits (guint number)
{
  int digits = 1;

  for (; number >= 10; number /= 10)
    digits++;
  return digits;
}

/* Two lines where a column has a unit or a name longer than itself. */
static int
measure_head (JhTableView *self)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->fonts);
  int lines = 1;

  for (guint i = 0; i < self->geometry.n_columns; i++)
    {
      const JhTableColumn *column
        = jh_table_model_get_column (self->model, i);
      int width;

      pango_layout_set_text (layout, column->label, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (column->unit[0] != '\0'
          || width > self->geometry.widths[i] - 2 * JH_BOX_PADDING)
        lines = 2;
    }
  return self->geometry.row + (lines - 1) * (self->geometry.row - 6);
}

static void
measure_gutter (JhTableView *self)
{
  int digits = MAX (4, count_digits (self->geometry.n_rows));

  self->geometry.gutter = digits * self->character + GUTTER_ROOM;
}

void
jh_table_view_measure_columns (JhTableView *self)
{
  JhTableGeometry *geometry = &self->geometry;
  guint n = self->model ? jh_table_model_count_columns (self->model) : 0;

  geometry->n_columns = n;
  geometry->frozen = MIN (geometry->frozen, n);
  geometry->stamp++;
  geometry->widths = g_renew (int, geometry->widths, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const JhTableColumn *column
        = jh_table_model_get_column (self->model, i);

      geometry->widths[i] = find_width (self, column);
    }
  geometry->head = measure_head (self);
  geometry->totals = (self->model && jh_table_model_has_totals (self->model))
                       ? geometry->row
                       : 0;
  measure_gutter (self);
  jh_table_line_make_stale (JH_TABLE_LINE (self->totals));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Tells those who listen how a column is sorted. */
static void
tell_order (JhTableBox *box, JhSortOrder order)
{
  static const GtkAccessibleSort sorts[]
    = { [JH_SORT_NONE] = GTK_ACCESSIBLE_SORT_NONE,
        [JH_SORT_RISING] = GTK_ACCESSIBLE_SORT_ASCENDING,
        [JH_SORT_FALLING] = GTK_ACCESSIBLE_SORT_DESCENDING };

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_SORT, sorts[order], -1);
}

static void
fill_title (JhTableView *self, JhTableBox *box, guint index,
            JhSortOrder order)
{
  const JhTableColumn *column
    = jh_table_model_get_column (self->model, index);
  g_autofree char *unit
    = column->unit[0] ? g_strdup_printf ("（%s）", column->unit) : NULL;
  g_autofree char *name
    = g_strdup_printf ("%s%s%s", column->label, unit ? unit : "",
                       column->required ? "，必填" : "");
  g_autofree char *label
    = g_strconcat (column->label, column->required ? " *" : "", NULL);
  JhTableBoxFlags flags = JH_BOX_LINES | JH_BOX_CENTRE;

  if (order == JH_SORT_RISING)
    flags |= JH_BOX_RISING;
  if (order == JH_SORT_FALLING)
    flags |= JH_BOX_FALLING;
  jh_table_box_set (box, label, unit, flags);
  jh_table_box_set_hint (box, column->help[0] ? column->help : NULL);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    column->help[0] ? column->help : ORDER_HELP, -1);
  tell_order (box, order);
}

void
jh_table_view_fill_head (JhTableView *self)
{
  JhTableLine *head = JH_TABLE_LINE (self->head);
  guint sorted = 0;
  JhSortOrder order = self->model
                        ? jh_table_model_get_sort (self->model, &sorted)
                        : JH_SORT_NONE;

  for (guint i = 0; i < self->geometry.n_columns; i++)
    {
      JhTableBox *box = jh_table_line_get_box (head, i);

      if (box && jh_table_box_is_stale (box))
        fill_title (self, box, i, i == sorted ? order : JH_SORT_NONE);
    }
}

/* A total that does not fit widens its column, unless somebody chose the
 * width: #### helps nobody. */
static void
make_room (JhTableView *self, JhTableBox *box, guint column)
{
  const char *name = jh_table_model_get_column (self->model, column)->name;
  int width = jh_table_box_measure_text (box);

  if (width <= self->geometry.widths[column]
      || g_hash_table_contains (self->dragged, name))
    return;
  self->geometry.widths[column] = width;
  self->geometry.stamp++;
  jh_table_view_prepare_later (self);
}

void
jh_table_view_fill_totals (JhTableView *self)
{
  JhTableLine *totals = JH_TABLE_LINE (self->totals);

  jh_table_box_set (jh_table_line_get_gutter (totals), "合计", NULL,
                    JH_BOX_CENTRE | JH_BOX_STRONG);
  for (guint i = 0; i < self->geometry.n_columns; i++)
    {
      JhTableBox *box = jh_table_line_get_box (totals, i);
      g_autofree char *text = NULL;
      gboolean figure = (jh_table_model_get_column (self->model, i)->kind
                         == JH_COLUMN_FIGURE);

      if (box == NULL || !jh_table_box_is_stale (box))
        continue;
      text = jh_table_model_dup_total (self->model, i);
      jh_table_box_set (box, text, NULL,
                        JH_BOX_STRONG | (figure ? JH_BOX_RIGHT : 0));
      if (text && figure)
        make_room (self, box, i);
    }
}

void
jh_table_view_sort_next (JhTableView *self, guint column)
{
  guint sorted;
  JhSortOrder order = jh_table_model_get_sort (self->model, &sorted);

  if (!jh_table_model_can_sort (self->model) || !jh_table_view_keep (self))
    return;
  if (sorted != column)
    order = JH_SORT_NONE;
  order = order == JH_SORT_FALLING ? JH_SORT_NONE : order + 1;
  jh_table_model_sort (self->model, column, order);
  jh_table_line_make_stale (JH_TABLE_LINE (self->head));
  jh_table_view_moved (self, FALSE);
}

static void
set_width (JhTableView *self, guint column, int width)
{
  const char *name = jh_table_model_get_column (self->model, column)->name;
  int tenths = (width - 2 * JH_BOX_PADDING) * 10 / self->character;

  tenths = CLAMP (tenths, NARROWEST * 10, WIDEST * 10);
  g_hash_table_replace (self->dragged, g_strdup (name),
                        GINT_TO_POINTER (tenths));
  jh_table_view_measure_columns (self);
}

void
jh_table_view_drag_width (JhTableView *self, guint column, int width)
{
  set_width (self, column, width);
  jh_table_view_tell_widths (self);
}

/* The wider of @width and what @line shows under @column. */
static int
fit_line (gpointer line, guint column, int width)
{
  JhTableBox *box = jh_table_line_get_box (JH_TABLE_LINE (line), column);

  return box && gtk_widget_get_mapped (GTK_WIDGET (box))
           ? MAX (width, jh_table_box_measure_text (box))
           : width;
}

void
jh_table_view_fit_width (JhTableView *self, guint column)
{
  int width = fit_line (self->head, column, 0);

  width = fit_line (self->totals, column, width);
  for (guint i = 0; i < self->lines->len; i++)
    width = fit_line (self->lines->pdata[i], column, width);
  jh_table_view_drag_width (self, column, width + self->character);
}

char *
jh_table_view_dup_widths (JhTableView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GList) names = g_list_sort (
    g_hash_table_get_keys (self->dragged), (GCompareFunc) g_strcmp0);

  for (GList *at = names; at; at = at->next)
    g_string_append_printf (
      text, "%s%s=%d", text->len ? ";" : "", (const char *) at->data,
      GPOINTER_TO_INT (g_hash_table_lookup (self->dragged, at->data)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Takes one name=width pair. */
static void
take_width (JhTableView *self, const char *pair)
{
  const char *sign = strchr (pair, '=');
  guint64 tenths;

  if (sign == NULL || sign == pair
      || !g_ascii_string_to_unsigned (sign + 1, 10, NARROWEST * 10,
                                      WIDEST * 10, &tenths, NULL))
    return;
  g_hash_table_replace (self->dragged,
                        g_strndup (pair, (gsize) (sign - pair)),
                        GINT_TO_POINTER ((int) tenths));
}

void
jh_table_view_set_widths (JhTableView *self, const char *widths)
{
  g_auto (GStrv) pairs = g_strsplit (widths ? widths : "", ";", -1);

  g_hash_table_remove_all (self->dragged);
  for (char **pair = pairs; *pair; pair++)
    take_width (self, *pair);
  jh_table_view_measure_columns (self);
}
