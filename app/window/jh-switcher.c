#include "jh-switcher.h"

#include "jh-initials.h"
#include "jh-list-row.h"
#include "jh-widget.h"

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* typed: what the filings are filtered by, made ready; owned, or NULL */
struct _JhSwitcher
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *year;
  GtkLabel *name;
  GtkPopover *popover;
  GtkSearchEntry *entry;
  GtkListView *list;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  JhDocument *document;
  JhInitials *typed;
};

G_DEFINE_FINAL_TYPE (JhSwitcher, jh_switcher, GTK_TYPE_WIDGET)

static gboolean
fits (gpointer object, gpointer data)
{
  JhSwitcher *self = data;

  return self->typed == NULL
         || jh_filing_item_fits (JH_FILING_ITEM (object), self->typed);
}

static void
typed_cb (JhSwitcher *self)
{
  g_clear_pointer (&self->typed, jh_initials_free);
  self->typed
    = jh_initials_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (JhSwitcher *self, guint position)
{
  g_autoptr (JhFilingItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GError) error = NULL;

  if (item == NULL)
    return;
  gtk_popover_popdown (self->popover);
  if (!jh_document_choose (self->document, jh_filing_item_get_id (item),
                           &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
activated_cb (JhSwitcher *self, guint position)
{
  choose (self, position);
}

static void
entered_cb (JhSwitcher *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

/* The list is read when somebody wants to see it. */
static void
opened_cb (JhSwitcher *self)
{
  g_autoptr (GError) error = NULL;
  GListModel *filings = NULL;

  if (self->document == NULL)
    return;
  filings = jh_document_get_filings (self->document, &error);
  if (filings == NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_filter_list_model_set_model (self->found, filings);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
jh_switcher_dispose (GObject *object)
{
  JhSwitcher *self = JH_SWITCHER (object);

  jh_switcher_set_document (self, NULL);
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_SWITCHER);
  g_clear_pointer (&self->typed, jh_initials_free);
  G_OBJECT_CLASS (jh_switcher_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, year);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, name);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, entry);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, found);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, filter);
  gtk_widget_class_bind_template_child (widget_class, JhSwitcher, selection);
}

static void
jh_switcher_class_init (JhSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_switcher_dispose;
  signals[FAILED]
    = g_signal_new ("failed", JH_TYPE_SWITCHER, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/switcher.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
jh_switcher_init (JhSwitcher *self)
{
  g_type_ensure (JH_TYPE_FILING_ITEM);
  g_type_ensure (JH_TYPE_LIST_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, fits, self, NULL);
}

/* Shows which filing is shown. */
static void
show (JhSwitcher *self)
{
  JhSession *session
    = self->document ? jh_document_get_session (self->document) : NULL;
  const JhFiling *filing
    = session ? jh_session_get_books (session)->filing : NULL;
  g_autofree char *year
    = filing ? g_strdup_printf ("%d 年度", filing->year) : NULL;
  g_autofree char *label
    = filing ? g_strdup_printf ("当前决算：%s %s，换一套", year, filing->name)
             : g_strdup ("没有决算");

  gtk_label_set_text (self->year, year ? year : "");
  gtk_label_set_text (self->name, filing ? filing->name : "没有决算");
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), filing != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
jh_switcher_set_document (JhSwitcher *self, JhDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  if (self->found)
    gtk_filter_list_model_set_model (self->found, NULL);
  if (document)
    {
      self->document = g_object_ref (document);
      g_signal_connect_swapped (document, "notify::session",
                                G_CALLBACK (show), self);
      g_signal_connect_swapped (document, "notify::saved", G_CALLBACK (show),
                                self);
    }
  if (self->button)
    show (self);
}

void
jh_switcher_open (JhSwitcher *self)
{
  gtk_menu_button_popup (self->button);
}
