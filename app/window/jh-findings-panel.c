#include "jh-findings-panel.h"

#include "jh-finding-detail.h"
#include "jh-finding-place.h"
#include "jh-finding-row.h"
#include "jh-finding-rows.h"
#include "jh-page-list.h"
#include "jh-widget.h"

enum
{
  LEAD,
  WAIVE,
  WITHDRAW,
  EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* kinds, counts: the filters, by JhFindingKind
 * page: which page is shown; owned, or NULL
 * shown: the finding that is chosen, or NULL */
struct _JhFindingsPanel
{
  GtkWidget parent_instance;

  GtkLabel *summary;
  GtkWidget *filters;
  GtkToggleButton *kinds[JH_N_FINDING_KINDS];
  GtkLabel *counts[JH_N_FINDING_KINDS];
  GtkCheckButton *this_page;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkWidget *detail_side;
  JhFindingDetail *detail;
  JhReview *review;
  JhFindingRows *rows;
  char *page;
  JhFinding *shown;
};

G_DEFINE_FINAL_TYPE (JhFindingsPanel, jh_findings_panel, GTK_TYPE_WIDGET)

static void
lead (JhFindingsPanel *self, const JhFinding *finding)
{
  g_autoptr (JhPlace) place = jh_finding_place_dup (finding);

  if (place)
    g_signal_emit (self, signals[LEAD], 0, place);
}

static void
activated_cb (JhFindingsPanel *self, guint position)
{
  g_autoptr (JhFindingItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const JhFinding *finding = item ? jh_finding_item_get (item) : NULL;

  if (finding)
    lead (self, finding);
}

/* Allows what can be done about the finding that is chosen. */
static void
enable_actions (JhFindingsPanel *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const JhFinding *finding = self->shown;
  JhSession *session
    = self->review ? jh_review_get_session (self->review) : NULL;
  gboolean open = finding && session && !jh_session_get_obstacle (session);

  gtk_widget_action_set_enabled (
    widget, "findings.mend",
    finding && (*jh_finding_place_page (finding) != '\0'));
  gtk_widget_action_set_enabled (widget, "findings.waive", open);
  gtk_widget_action_set_enabled (widget, "findings.withdraw",
                                 open && finding->waiver != JH_WAIVER_NONE);
  gtk_widget_action_set_enabled (widget, "findings.explain", finding != NULL);
}

/* Shows all about @finding; NULL for none. */
static void
show_detail (JhFindingsPanel *self, const JhFinding *finding)
{
  jh_finding_unref (self->shown);
  self->shown = finding ? jh_finding_ref ((JhFinding *) finding) : NULL;
  if (finding)
    jh_finding_detail_show (self->detail, finding);
  gtk_widget_set_visible (self->detail_side, finding != NULL);
  enable_actions (self);
}

static void
selected_cb (JhFindingsPanel *self)
{
  JhFindingItem *item
    = gtk_single_selection_get_selected_item (self->selection);

  if (item && jh_finding_item_get (item))
    show_detail (self, jh_finding_item_get (item));
}

/* After the rows changed: the finding that was chosen stays so, as it is now,
 * or nothing is chosen any more. */
static void
choose_again (JhFindingsPanel *self)
{
  g_autoptr (JhFindingItem) item = NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->shown == NULL)
    return;
  if (!jh_finding_rows_find (self->rows, self->shown->rule,
                             self->shown->instance, &position))
    {
      gtk_single_selection_set_selected (self->selection,
                                         GTK_INVALID_LIST_POSITION);
      show_detail (self, NULL);
      return;
    }
  gtk_single_selection_set_selected (self->selection, position);
  item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  if (jh_finding_item_get (item) != self->shown)
    show_detail (self, jh_finding_item_get (item));
}

static void
count (JhFindingsPanel *self)
{
  for (int i = 0; i < JH_N_FINDING_KINDS; i++)
    {
      const char *name = jh_finding_kind_name ((JhFindingKind) i);
      guint n = jh_finding_rows_count (self->rows, (JhFindingKind) i);
      g_autofree char *number = g_strdup_printf ("%u", n);
      g_autofree char *label = g_strdup_printf ("%s %u", name, n);
      g_autofree char *hint = g_strdup_printf ("显示或不显示%s", name);

      gtk_label_set_text (self->counts[i], number);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->kinds[i]), hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
}

/* Shows what there is to see. */
static void
show (JhFindingsPanel *self)
{
  guint all
    = jh_finding_list_get (jh_review_get_findings (self->review))->len;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  gtk_label_set_text (self->summary, jh_review_get_summary (self->review));
  gtk_widget_set_visible (self->filters, all > 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0     ? "list"
                                                 : all > 0 ? "filtered"
                                                           : "empty");
  count (self);
  choose_again (self);
}

static void
filter_cb (JhFindingsPanel *self)
{
  guint kinds = 0;

  if (self->rows == NULL)
    return;
  for (int i = 0; i < JH_N_FINDING_KINDS; i++)
    if (gtk_toggle_button_get_active (self->kinds[i]))
      kinds |= 1u << i;
  jh_finding_rows_set_kinds (self->rows, kinds);
  show (self);
}

static void
page_cb (JhFindingsPanel *self)
{
  gboolean only = gtk_check_button_get_active (self->this_page);

  if (self->rows == NULL)
    return;
  jh_finding_rows_set_page (self->rows, only ? self->page : NULL);
  show (self);
}

/* What "findings.…" asks for. */
static void
asked_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JhFindingsPanel *self = JH_FINDINGS_PANEL (widget);
  const char *what = strchr (action, '.') + 1;

  if (g_str_equal (what, "mend"))
    lead (self, self->shown);
  else
    g_signal_emit_by_name (self, what, self->shown);
}

static void
jh_findings_panel_dispose (GObject *object)
{
  JhFindingsPanel *self = JH_FINDINGS_PANEL (object);

  if (self->review)
    g_signal_handlers_disconnect_by_data (self->review, self);
  if (self->rows)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_FINDINGS_PANEL);
  g_clear_object (&self->rows);
  g_clear_object (&self->review);
  g_clear_pointer (&self->shown, jh_finding_unref);
  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (jh_findings_panel_parent_class)->dispose (object);
}

static void
bind_filters (GtkWidgetClass *widget_class)
{
  static const char *const names[JH_N_FINDING_KINDS]
    = { "error", "warning", "notice", "waived" };

  for (gsize i = 0; i < JH_N_FINDING_KINDS; i++)
    {
      g_autofree char *count_name = g_strconcat (names[i], "_count", NULL);

      gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE,
        G_STRUCT_OFFSET (JhFindingsPanel, kinds)
          + (gssize) (i * sizeof (GtkToggleButton *)));
      gtk_widget_class_bind_template_child_full (
        widget_class, g_intern_string (count_name), FALSE,
        G_STRUCT_OFFSET (JhFindingsPanel, counts)
          + (gssize) (i * sizeof (GtkLabel *)));
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        summary);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        filters);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        this_page);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        selection);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        detail_side);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        detail);
  bind_filters (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
}

/* What one asks for by the buttons of the detail. */
static void
add_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[]
    = { "findings.mend", "findings.waive", "findings.withdraw",
        "findings.explain" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL,
                                     asked_cb);
}

static void
jh_findings_panel_class_init (JhFindingsPanelClass *klass)
{
  static const char *const names[N_SIGNALS]
    = { "lead", "waive", "withdraw", "explain" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_findings_panel_dispose;
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i]
      = g_signal_new (names[i], JH_TYPE_FINDINGS_PANEL, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/findings-panel.ui");
  bind_children (widget_class);
  add_actions (widget_class);
}

static void
jh_findings_panel_init (JhFindingsPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = jh_finding_row_make_factory ();

  g_type_ensure (JH_TYPE_FINDING_DETAIL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  enable_actions (self);
}

/* The pages in their order, as heads call them. Static. */
static const JhFindingPage *
list_pages (guint *n)
{
  static JhFindingPage *pages;
  const JhPageInfo *list = jh_page_list (n);

  if (pages == NULL)
    {
      pages = g_new (JhFindingPage, *n);
      for (guint i = 0; i < *n; i++)
        pages[i] = (JhFindingPage){ list[i].name, list[i].title };
    }
  return pages;
}

void
jh_findings_panel_set_review (JhFindingsPanel *self, JhReview *review)
{
  guint n;
  const JhFindingPage *pages = list_pages (&n);

  g_assert (self->review == NULL);
  self->review = g_object_ref (review);
  self->rows
    = jh_finding_rows_new (jh_review_get_findings (review), pages, n);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  g_signal_connect_swapped (review, "notify::summary", G_CALLBACK (show),
                            self);
  show (self);
}

void
jh_findings_panel_set_page (JhFindingsPanel *self, const char *page)
{
  if (g_strcmp0 (page, self->page) == 0)
    return;
  g_free (self->page);
  self->page = g_strdup (page);
  page_cb (self);
}
