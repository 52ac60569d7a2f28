#include "jh-expenditure-page.h"

#include "jh-crossing.h"
#include "jh-state.h"
#include "jh-table-pane.h"
#include "jh-worksheet.h"

/* What a filter offers first: lines of every kind. */
#define ALL "全部"

/* crossing: NULL while nothing is shown
 * filters: one for each JhCrossingFilter
 * filling: the filters are being filled in, nobody chose anything */
struct _JhExpenditurePage
{
  JhPage parent_instance;

  GtkStack *views;
  GtkToggleButton *as_lines;
  GtkToggleButton *as_crossing;
  JhTablePane *lines;
  JhTablePane *crossed;
  GtkDropDown *measure;
  GtkDropDown *filters[JH_N_CROSSING_FILTERS];
  GtkEditable *new_column;
  JhCrossing *crossing;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (JhExpenditurePage, jh_expenditure_page, JH_TYPE_PAGE)

static void
measure_cb (JhExpenditurePage *self)
{
  if (self->crossing && !self->filling)
    jh_crossing_set_measure (
      self->crossing,
      (JhCrossingMeasure) gtk_drop_down_get_selected (self->measure));
}

/* What is chosen in @filter; NULL for all. A project is chosen by number and
 * name, of which the number is meant. The caller frees it. */
static char *
dup_chosen (JhExpenditurePage *self, JhCrossingFilter filter)
{
  GtkStringObject *item
    = gtk_drop_down_get_selected_item (self->filters[filter]);
  const char *text = item ? gtk_string_object_get_string (item) : ALL;

  if (g_str_equal (text, ALL))
    return NULL;
  if (filter != JH_CROSSING_PROJECT)
    return g_strdup (text);
  return g_strndup (text, strcspn (text, " "));
}

static void
filter_cb (JhExpenditurePage *self)
{
  if (self->crossing == NULL || self->filling)
    return;
  for (int i = 0; i < JH_N_CROSSING_FILTERS; i++)
    {
      g_autofree char *chosen = dup_chosen (self, (JhCrossingFilter) i);

      jh_crossing_set_filter (self->crossing, (JhCrossingFilter) i, chosen);
    }
}

static void
add_column_cb (JhExpenditurePage *self)
{
  g_autoptr (GError) error = NULL;
  guint column;

  if (self->crossing == NULL)
    return;
  if (!jh_crossing_add_column (self->crossing,
                               gtk_editable_get_text (self->new_column),
                               &column, &error))
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return;
    }
  gtk_editable_set_text (self->new_column, "");
  jh_table_view_go (jh_table_pane_get_view (self->crossed), 0, column);
}

/* Puts all that @filter may be into it: @words (const char *), after 全部. */
static void
fill_filter (JhExpenditurePage *self, JhCrossingFilter filter,
             const GPtrArray *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, ALL);
  for (guint i = 0; words && i < words->len; i++)
    gtk_string_list_append (list, words->pdata[i]);
  gtk_drop_down_set_model (self->filters[filter], G_LIST_MODEL (list));
}

/* The projects as number and name: char *. The caller unrefs it. */
static GPtrArray *
list_projects (const JhBooks *books)
{
  const GPtrArray *projects = JH_BOOKS_ROWS (books, PROJECT);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < projects->len; i++)
    {
      const JhProject *project = projects->pdata[i];

      g_ptr_array_add (
        names, g_strdup_printf ("%s %s", project->code, project->name));
    }
  return names;
}

static void
fill_filters (JhExpenditurePage *self, JhSession *session)
{
  JhBooks *books = session ? jh_session_get_books (session) : NULL;
  g_autoptr (GPtrArray) projects = books ? list_projects (books) : NULL;

  self->filling = TRUE;
  fill_filter (self, JH_CROSSING_CATEGORY,
               books ? jh_lists_get_words (books->lists, JH_WORDS_CATEGORY)
                     : NULL);
  fill_filter (self, JH_CROSSING_FUND,
               books ? jh_lists_get_words (books->lists, JH_WORDS_FUND)
                     : NULL);
  fill_filter (self, JH_CROSSING_PROJECT, projects);
  gtk_drop_down_set_selected (self->measure, JH_CROSSING_ACTUAL);
  self->filling = FALSE;
}

static void
jh_expenditure_page_load (JhPage *page)
{
  JhExpenditurePage *self = JH_EXPENDITURE_PAGE (page);
  JhSession *session = jh_page_get_session (page);
  g_autoptr (JhWorksheet) lines
    = session ? jh_worksheet_new (session, JH_TABLE_EXPENDITURE, NULL) : NULL;

  g_clear_object (&self->crossing);
  fill_filters (self, session);
  if (session)
    self->crossing = jh_crossing_new (session);
  jh_table_pane_show (self->lines, lines ? JH_TABLE_MODEL (lines) : NULL);
  jh_table_pane_show (
    self->crossed, self->crossing ? JH_TABLE_MODEL (self->crossing) : NULL);
}

static gboolean
jh_expenditure_page_go (JhPage *page, const JhPlace *place)
{
  JhExpenditurePage *self = JH_EXPENDITURE_PAGE (page);

  gtk_toggle_button_set_active (self->as_lines, TRUE);
  return jh_table_pane_go (self->lines, place);
}

static void
jh_expenditure_page_take_focus (JhPage *page)
{
  JhExpenditurePage *self = JH_EXPENDITURE_PAGE (page);

  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* From a cell of the crossing to the first line behind it. */
static void
activated_cb (JhExpenditurePage *self, guint row, guint column)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (JhPlace) place = NULL;

  if (self->crossing == NULL)
    return;
  lines = jh_crossing_list_lines (self->crossing, row, column);
  if (lines->len == 0)
    return;
  place = jh_place_of_row ("expenditure", g_array_index (lines, gint64, 0),
                           "actual");
  jh_page_lead (JH_PAGE (self), place);
}

static void
view_cb (JhExpenditurePage *self)
{
  const char *view
    = gtk_toggle_button_get_active (self->as_lines) ? "lines" : "crossing";

  gtk_stack_set_visible_child_name (self->views, view);
  jh_state_set_text ("expenditure", "view", view);
}

static void
jh_expenditure_page_dispose (GObject *object)
{
  JhExpenditurePage *self = JH_EXPENDITURE_PAGE (object);

  g_clear_object (&self->crossing);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_EXPENDITURE_PAGE);
  G_OBJECT_CLASS (jh_expenditure_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const names[JH_N_CROSSING_FILTERS]
    = { "category", "fund", "project" };

  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        views);
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        as_lines);
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        as_crossing);
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        lines);
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        crossed);
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        measure);
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        new_column);
  for (gsize i = 0; i < JH_N_CROSSING_FILTERS; i++)
    gtk_widget_class_bind_template_child_full (
      widget_class, names[i], FALSE,
      G_STRUCT_OFFSET (JhExpenditurePage, filters)
        + (gssize) (i * sizeof (GtkDropDown *)));
}

static void
jh_expenditure_page_class_init (JhExpenditurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_expenditure_page_dispose;
  JH_PAGE_CLASS (klass)->load = jh_expenditure_page_load;
  JH_PAGE_CLASS (klass)->go = jh_expenditure_page_go;
  JH_PAGE_CLASS (klass)->take_focus = jh_expenditure_page_take_focus;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/expenditure-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, measure_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
}

static void
jh_expenditure_page_init (JhExpenditurePage *self)
{
  g_autofree char *view = jh_state_dup_text ("expenditure", "view");

  g_type_ensure (JH_TYPE_TABLE_PANE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (jh_table_pane_get_view (self->crossed),
                           "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  if (g_strcmp0 (view, "crossing") == 0)
    gtk_toggle_button_set_active (self->as_crossing, TRUE);
}
