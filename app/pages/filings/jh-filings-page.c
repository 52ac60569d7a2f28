#include "jh-filings-page.h"

#include "jh-list-row.h"
#include "jh-survey.h"

/* How often the list is put in order anew while filings are checked, in
 * microseconds. */
#define EVERY G_USEC_PER_SEC

/* survey: of the document that is shown, or NULL
 * typed: what is looked for, made ready; NULL for nothing
 * ordered: when the list was put in order last */
struct _JhFilingsPage
{
  JhPage parent_instance;

  GtkWidget *go;
  GtkWidget *stop;
  GtkSearchEntry *entry;
  GtkDropDown *standing;
  GtkDropDown *order;
  GtkLabel *summary;
  GtkWidget *working;
  GtkProgressBar *bar;
  GtkLabel *progress;
  GtkStack *stack;
  GtkSingleSelection *selection;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;

  JhSurvey *survey;
  JhInitials *typed;
  gint64 ordered;
};

G_DEFINE_FINAL_TYPE (JhFilingsPage, jh_filings_page, JH_TYPE_PAGE)

/* Which filings are listed; the first choice is all. */
static JhStandingKind
get_standing (JhFilingsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->standing);

  return chosen > 0 && chosen <= JH_N_STANDINGS
           ? (JhStandingKind) (chosen - 1)
           : JH_N_STANDINGS;
}

static gboolean
fits (gpointer item, gpointer data)
{
  JhFilingsPage *self = data;

  return jh_survey_item_passes (JH_SURVEY_ITEM (item), self->typed,
                                get_standing (self));
}

/* The other order is that of the list itself. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  JhFilingsPage *self = data;

  return gtk_drop_down_get_selected (self->order) == 0
           ? 0
           : jh_survey_item_compare ((JhSurveyItem *) a, (JhSurveyItem *) b);
}

/* Shows the list, or why there is none. */
static void
show_list (JhFilingsPage *self)
{
  guint all = self->survey ? jh_survey_count (self->survey) : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0     ? "list"
                                                 : all > 0 ? "filtered"
                                                           : "empty");
}

/* Lists anew what is looked for. */
static void
list (JhFilingsPage *self)
{
  if (self->survey == NULL)
    return;
  self->ordered = g_get_monotonic_time ();
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
typed_cb (JhFilingsPage *self)
{
  g_clear_pointer (&self->typed, jh_initials_free);
  self->typed
    = jh_initials_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  list (self);
}

/* Whether filings move in the list, or out of it, when they are counted. */
static gboolean
is_moving (JhFilingsPage *self)
{
  return get_standing (self) != JH_N_STANDINGS
         || gtk_drop_down_get_selected (self->order) != 0;
}

/* Filings were counted. */
static void
counted_cb (JhFilingsPage *self)
{
  gtk_label_set_text (self->summary, jh_survey_get_summary (self->survey));
  if (is_moving (self)
      && (!jh_survey_is_running (self->survey)
          || g_get_monotonic_time () - self->ordered > EVERY))
    list (self);
  else
    show_list (self);
}

static void
progress_cb (JhFilingsPage *self)
{
  guint all = jh_survey_count (self->survey);
  guint known = jh_survey_count_known (self->survey);

  gtk_label_set_text (self->progress, jh_survey_get_progress (self->survey));
  gtk_progress_bar_set_fraction (self->bar, all > 0 ? 1.0 * known / all : 0);
  gtk_widget_set_visible (self->working, known < all);
}

/* The checks began or are over. The keyboard stays on the one button. */
static void
running_cb (JhFilingsPage *self)
{
  gboolean running = jh_survey_is_running (self->survey);
  gboolean focus = gtk_widget_has_focus (running ? self->go : self->stop);

  gtk_widget_set_visible (self->go, !running);
  gtk_widget_set_visible (self->stop, running);
  if (focus)
    gtk_widget_grab_focus (running ? self->stop : self->go);
  if (!running)
    counted_cb (self);
}

static void
go_cb (JhFilingsPage *self)
{
  if (self->survey)
    jh_survey_begin (self->survey);
}

static void
stop_cb (JhFilingsPage *self)
{
  if (self->survey)
    jh_survey_stop (self->survey);
}

/* Something was changed; what is not in sight is looked at when it comes. */
static void
changed_cb (JhFilingsPage *self)
{
  if (self->survey && gtk_widget_get_mapped (GTK_WIDGET (self)))
    jh_survey_look (self->survey);
}

/* Opens the filing at @position. */
static void
activated_cb (JhFilingsPage *self, guint position)
{
  JhDocument *document = jh_page_get_document (JH_PAGE (self));
  g_autoptr (JhSurveyItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (JhPlace) place = jh_place_new ("unit", NULL, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 filing;

  if (item == NULL || document == NULL)
    return;
  filing = jh_filing_item_get_id (jh_survey_item_get_filing (item));
  if (jh_document_choose (document, filing, &error))
    jh_page_lead (JH_PAGE (self), place);
  else
    jh_page_say (JH_PAGE (self), error->message, TRUE);
}

static void
leave_survey (JhFilingsPage *self)
{
  if (self->survey == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->survey, self);
  jh_survey_stop (self->survey);
  if (self->found)
    gtk_filter_list_model_set_model (self->found, NULL);
  g_clear_object (&self->survey);
}

/* Surveys the filings of @document from now on. */
static void
follow (JhFilingsPage *self, JhDocument *document)
{
  g_autoptr (GError) error = NULL;

  self->survey = jh_survey_new (document, &error);
  if (self->survey == NULL)
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return;
    }
  g_signal_connect_swapped (self->survey, "notify::summary",
                            G_CALLBACK (counted_cb), self);
  g_signal_connect_swapped (self->survey, "notify::progress",
                            G_CALLBACK (progress_cb), self);
  g_signal_connect_swapped (self->survey, "notify::running",
                            G_CALLBACK (running_cb), self);
  g_signal_connect_object (document, "notify", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_filter_list_model_set_model (self->found,
                                   jh_survey_get_items (self->survey));
  progress_cb (self);
  running_cb (self);
}

static void
jh_filings_page_load (JhPage *page)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (page);
  JhDocument *document = jh_page_get_document (page);

  if (self->survey && jh_survey_get_document (self->survey) == document)
    return;
  leave_survey (self);
  if (document)
    follow (self, document);
  show_list (self);
}

static void
jh_filings_page_look (JhPage *page)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (page);

  if (self->survey)
    jh_survey_look (self->survey);
}

static void
jh_filings_page_take_focus (JhPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (JH_FILINGS_PAGE (page)->entry));
}

static void
jh_filings_page_dispose (GObject *object)
{
  JhFilingsPage *self = JH_FILINGS_PAGE (object);

  leave_survey (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_FILINGS_PAGE);
  g_clear_pointer (&self->typed, jh_initials_free);
  G_OBJECT_CLASS (jh_filings_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, go);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, stop);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage,
                                        standing);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, order);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, working);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage,
                                        progress);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage,
                                        selection);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, found);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, JhFilingsPage, sorter);
}

static void
jh_filings_page_class_init (JhFilingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_filings_page_dispose;
  JH_PAGE_CLASS (klass)->load = jh_filings_page_load;
  JH_PAGE_CLASS (klass)->look = jh_filings_page_look;
  JH_PAGE_CLASS (klass)->take_focus = jh_filings_page_take_focus;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/filings-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

/* Offers all filings, and those that stand at one place. */
static void
fill_standings (JhFilingsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, "全部");
  for (int i = 0; i < JH_N_STANDINGS; i++)
    gtk_string_list_append (names, jh_standing_name ((JhStandingKind) i));
  gtk_drop_down_set_model (self->standing, G_LIST_MODEL (names));
}

static void
jh_filings_page_init (JhFilingsPage *self)
{
  g_type_ensure (JH_TYPE_LIST_ROW);
  g_type_ensure (JH_TYPE_SURVEY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_standings (self);
  gtk_custom_filter_set_filter_func (self->filter, fits, self, NULL);
  gtk_custom_sorter_set_sort_func (self->sorter, compare, self, NULL);
}
