#include "jh-sheets-page-private.h"

#include "jh-entry-item.h"
#include "jh-render-csv.h"
#include "jh-state.h"
#include "jh-widget.h"

G_DEFINE_FINAL_TYPE (JhSheetsPage, jh_sheets_page, JH_TYPE_PAGE)

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* A sheet, or the heading of a group, which cannot be chosen. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  JhEntryItem *entry = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  gboolean heading = jh_entry_item_get_sheet (entry) == NULL;
  const char *words = jh_entry_item_get_label (entry);
  const char *classes[] = { heading ? "group" : "sheet", NULL };

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_set_css_classes (label, classes);
  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
  jh_widget_name_row (gtk_list_item_get_child (item), words);
}

/* Wants the sheet @sheet of @object. */
static void
want (JhSheetsPage *self, const char *sheet, const char *object)
{
  char *wanted = g_strdup (sheet), *of = g_strdup (object);

  g_free (self->sheet);
  g_free (self->object);
  self->sheet = wanted;
  self->object = of;
  jh_sheets_page_read (self);
}

static void
chosen_cb (JhSheetsPage *self)
{
  JhEntryItem *item = gtk_single_selection_get_selected_item (self->entries);

  if (item && jh_entry_item_get_sheet (item) && !self->choosing)
    want (self, jh_entry_item_get_sheet (item),
          jh_entry_item_get_object (item));
}

/* Enter in the list of sheets goes over to the sheet. */
static void
entered_cb (JhSheetsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activated_cb (JhSheetsPage *self)
{
  jh_sheets_page_open_lines (self, TRUE);
}

static void
closed_cb (JhSheetsPage *self)
{
  jh_sheets_page_open_lines (self, FALSE);
}

/* Leads to a line behind a cell: a cell of this sheet or a row of the
 * books. */
static void
lead_cb (JhSheetsPage *self, const JhExplanationLine *line)
{
  g_autoptr (JhPlace) place = NULL;

  if (line->is_cell)
    {
      jh_paper_view_set_cursor (self->view, line->cell);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
  if (line->last_year)
    {
      jh_page_say (JH_PAGE (self),
                   "这一行在上年的决算里，请先切换到上年再查看。", FALSE);
      return;
    }
  if (*line->table)
    place = jh_place_of_row (line->table, line->row, line->field);
  if (place)
    jh_page_lead (JH_PAGE (self), place);
}

/* Shows the sheet as words, for those who read or listen. */
static void
show_text (JhSheetsPage *self)
{
  gboolean text = gtk_toggle_button_get_active (self->as_text);
  g_autofree char *words = NULL;

  gtk_stack_set_visible_child_name (self->ways, text ? "text" : "paper");
  if (!text || self->report == NULL)
    return;
  words
    = jh_render_text (jh_trace_get_grid (jh_report_get_trace (self->report)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), words, -1);
}

void
jh_sheets_page_fail (JhSheetsPage *self, const char *words)
{
  gtk_label_set_text (self->trouble, words);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* Lists the sheets of @report, which are mostly the ones listed already,
 * and marks the one that is shown. */
static void
show_entries (JhSheetsPage *self, JhReport *report)
{
  g_autoptr (GListModel) model = jh_entry_item_list (report);
  GListModel *listed = gtk_single_selection_get_model (self->entries);

  self->choosing = TRUE;
  if (listed == NULL || !jh_entry_item_lists_equal (listed, model))
    gtk_single_selection_set_model (self->entries, model);
  gtk_single_selection_set_selected (
    self->entries,
    jh_entry_item_find (
      gtk_single_selection_get_model (self->entries),
      jh_report_get_entries (report)->pdata[jh_report_get_entry (report)]));
  self->choosing = FALSE;
}

/* Marks what the checks find in the sheet that is shown. */
static void
show_marks (JhSheetsPage *self)
{
  const JhGrid *grid
    = self->report ? jh_trace_get_grid (jh_report_get_trace (self->report))
                   : NULL;

  if (grid && self->session)
    jh_paper_view_set_marks (
      self->view,
      jh_marks_list_cells (jh_session_get_marks (self->session), grid));
  jh_sheets_page_follow_cursor (self);
}

/* What the checks find in the cell at @place, behind blanks; "" for
 * nothing. The caller frees it. */
static char *
dup_remark (JhSheetsPage *self, JhGridPlace place)
{
  const JhGrid *grid = jh_trace_get_grid (jh_report_get_trace (self->report));
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = NULL;
  JhMark found;

  if (self->session == NULL
      || !jh_marks_find_cell (jh_session_get_marks (self->session), grid,
                              place, &found))
    return g_strdup ("");
  lines = g_strsplit (found.words, "\n", -1);
  words = g_strjoinv ("；", lines);
  return g_strdup_printf ("  %s", words);
}

void
jh_sheets_page_show (JhSheetsPage *self, JhReport *report)
{
  g_autoptr (JhReport) old = g_steal_pointer (&self->report);
  const JhGrid *grid = jh_trace_get_grid (jh_report_get_trace (report));
  const JhGrid *before
    = old ? jh_trace_get_grid (jh_report_get_trace (old)) : NULL;
  gboolean again = before && g_str_equal (before->name, grid->name)
                   && g_str_equal (before->tab, grid->tab);

  self->report = report;
  show_entries (self, report);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  if (!again)
    jh_sheets_page_open_lines (self, FALSE);
  jh_paper_view_set_marks (self->view, NULL);
  jh_paper_view_show (self->view, jh_report_get_paper (report), grid, again);
  show_marks (self);
  show_text (self);
  jh_state_set_text ("sheets", "sheet", self->sheet);
}

void
jh_sheets_page_open_lines (JhSheetsPage *self, gboolean open)
{
  gboolean was = gtk_revealer_get_reveal_child (self->lines_side);

  gtk_revealer_set_reveal_child (self->lines_side, open);
  gtk_widget_set_visible (GTK_WIDGET (self->lines_side), open);
  gtk_widget_set_visible (GTK_WIDGET (self->cell_label), !open);
  jh_sheets_page_follow_cursor (self);
  if (open)
    jh_lines_panel_focus (self->lines);
  else if (was)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The words for a sheet without a cursor in it. */
static char *
dup_hint (JhSheetsPage *self)
{
  return g_strdup_printf (
    "%s，用方向键查看各格",
    self->report
      ? jh_trace_get_grid (jh_report_get_trace (self->report))->title
      : "报表");
}

void
jh_sheets_page_follow_cursor (JhSheetsPage *self)
{
  g_autofree char *words = NULL;
  g_autofree char *remark = NULL;
  JhExplanation *told;
  JhGridPlace place;

  if (self->report == NULL || !jh_paper_view_get_cursor (self->view, &place))
    {
      words = dup_hint (self);
      gtk_label_set_text (self->cell_label,
                          "点一格或用方向键选一格，回车看它由哪些行相加。");
      jh_paper_view_describe (self->view, words);
      jh_lines_panel_take (self->lines, NULL);
      return;
    }
  told = jh_explanation_new (self->report, place);
  remark = dup_remark (self, place);
  words = g_strdup_printf ("%s：%s%s", told->label, told->value, remark);
  gtk_label_set_text (self->cell_label, words);
  jh_paper_view_describe (self->view, words);
  if (gtk_revealer_get_reveal_child (self->lines_side))
    jh_lines_panel_take (self->lines, told);
  else
    jh_explanation_free (told);
}

/* The zoom as it is kept: hundredths, or one of the modes, negated. */
static void
remember_zoom (JhSheetsPage *self)
{
  JhZoomMode mode = jh_paper_view_get_mode (self->view);

  jh_state_set_number ("sheets", "zoom",
                       mode == JH_ZOOM_FIXED
                         ? (int) (jh_paper_view_get_zoom (self->view) * 100)
                         : -(int) mode);
}

static void
recall_zoom (JhSheetsPage *self)
{
  int kept = jh_state_get_number ("sheets", "zoom", -JH_ZOOM_WIDTH);

  if (kept == -JH_ZOOM_WIDTH || kept == -JH_ZOOM_PAGE)
    jh_paper_view_set_zoom (self->view, (JhZoomMode) -kept, 1);
  else if (kept > 0)
    jh_paper_view_set_zoom (self->view, JH_ZOOM_FIXED, kept / 100.0);
}

void
jh_sheets_page_follow_view (JhSheetsPage *self)
{
  guint n = jh_paper_view_count_pages (self->view);
  guint page = jh_paper_view_get_page (self->view);
  g_autofree char *words
    = g_strdup_printf ("第 %u / %u 页", MIN (page + 1, n), n);
  g_autofree char *zoom
    = g_strdup_printf ("%.0f%%", jh_paper_view_get_zoom (self->view) * 100);

  gtk_label_set_text (self->page_label, words);
  gtk_menu_button_set_label (self->zoom_button, zoom);
  if (n > 0)
    remember_zoom (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.next",
                                 page + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.previous",
                                 page > 0);
}

static void
leave_session (JhSheetsPage *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
jh_sheets_page_load (JhPage *page)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (page);
  JhSession *session = jh_page_get_session (page);

  if (session == self->session)
    return;
  leave_session (self);
  if (session == NULL)
    {
      jh_sheets_page_fail (self, "还没有打开决算。");
      return;
    }
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed",
                            G_CALLBACK (jh_sheets_page_read_soon), self);
  g_signal_connect_swapped (session, "marked", G_CALLBACK (show_marks), self);
  jh_sheets_page_read (self);
}

static void
jh_sheets_page_map (GtkWidget *widget)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (widget);

  GTK_WIDGET_CLASS (jh_sheets_page_parent_class)->map (widget);
  if (self->stale)
    jh_sheets_page_read (self);
}

/* Whether the filing has a sheet called @name; nobody knows before it was
 * read. */
static gboolean
has_sheet (JhSheetsPage *self, const char *name)
{
  const GPtrArray *entries
    = self->report ? jh_report_get_entries (self->report) : NULL;

  for (guint i = 0; entries && i < entries->len; i++)
    if (g_str_equal (((const JhReportEntry *) entries->pdata[i])->sheet,
                     name))
      return TRUE;
  return entries == NULL;
}

static gboolean
jh_sheets_page_go (JhPage *page, const JhPlace *place)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (page);

  if (*place->detail == '\0')
    return TRUE;
  if (!has_sheet (self, place->detail))
    return FALSE;
  want (self, place->detail, *place->field ? place->field : NULL);
  return TRUE;
}

static void
jh_sheets_page_dispose (GObject *object)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (object);

  leave_session (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_SHEETS_PAGE);
  g_clear_pointer (&self->report, jh_report_free);
  g_clear_pointer (&self->sheet, g_free);
  g_clear_pointer (&self->object, g_free);
  G_OBJECT_CLASS (jh_sheets_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child)                                                          \
  gtk_widget_class_bind_template_child (widget_class, JhSheetsPage, child)
  BIND (stack);
  BIND (trouble);
  BIND (entries);
  BIND (view);
  BIND (ways);
  BIND (text);
  BIND (as_text);
  BIND (page_label);
  BIND (zoom_button);
  BIND (cell_label);
  BIND (lines_side);
  BIND (lines);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lead_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_text);
  gtk_widget_class_bind_template_callback (widget_class,
                                           jh_sheets_page_follow_cursor);
  gtk_widget_class_bind_template_callback (widget_class,
                                           jh_sheets_page_follow_view);
}

static void
jh_sheets_page_class_init (JhSheetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_sheets_page_dispose;
  widget_class->map = jh_sheets_page_map;
  JH_PAGE_CLASS (klass)->load = jh_sheets_page_load;
  JH_PAGE_CLASS (klass)->go = jh_sheets_page_go;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/sheets-page.ui");
  bind_children (widget_class);
  jh_sheets_page_class_add_actions (widget_class);
}

static void
jh_sheets_page_init (JhSheetsPage *self)
{
  g_type_ensure (JH_TYPE_ENTRY_ITEM);
  g_type_ensure (JH_TYPE_LINES_PANEL);
  g_type_ensure (JH_TYPE_PAPER_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sheet = jh_state_dup_text ("sheets", "sheet");
  recall_zoom (self);
  jh_sheets_page_follow_view (self);
  jh_sheets_page_follow_cursor (self);
}
