#include "jh-search-box.h"

#include "jh-catalog.h"
#include "jh-hit.h"
#include "jh-page-list.h"
#include "jh-search-books.h"
#include "jh-widget.h"

/* The most hits that are shown. */
#define HITS_MAX 12

enum
{
  LEAD,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* search: made when somebody first searches in what is shown now
 * hits: of what is typed; borrows from search */
struct _JhSearchBox
{
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkPopover *popover;
  GtkListBox *list;
  GtkLabel *nothing;
  JhDocument *document;
  JhSearch *search;
  GPtrArray *hits;
};

G_DEFINE_FINAL_TYPE (JhSearchBox, jh_search_box, GTK_TYPE_WIDGET)

static void
add_pages (JhSearch *search)
{
  guint n;
  const JhPageInfo *pages = jh_page_list (&n);

  for (guint i = 0; i < n; i++)
    {
      JhCandidate candidate
        = { JH_SEARCH_PAGE, "",           pages[i].title, pages[i].group,
            pages[i].words, pages[i].name };

      jh_search_add (search, &candidate);
    }
}

/* Adds the sheets and forms of the filing that is shown. A form is found by
 * what it is called, once for all projects. */
static gboolean
add_sheets (JhSearch *search, JhSession *session, GError **error)
{
  g_autofree char *folder = jh_catalog_dup_folder ();
  g_autoptr (JhCatalog) catalog = jh_catalog_new (folder, error);
  g_autoptr (GPtrArray) sheets
    = catalog ? jh_catalog_list (catalog,
                                 jh_session_get_books (session)->filing, NULL)
              : NULL;

  for (guint i = 0; sheets && i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];
      JhCandidate candidate = { JH_SEARCH_SHEET, sheet->number, sheet->title,
                                sheet->group,    sheet->name,   sheet->name };

      jh_search_add (search, &candidate);
    }
  return sheets != NULL;
}

/* Adds what the file holds; FALSE with @error. */
static gboolean
add_document (JhSearch *search, JhDocument *document, GError **error)
{
  JhSession *session = jh_document_get_session (document);
  g_autoptr (GPtrArray) filings
    = jh_filing_list (jh_document_get_store (document), NULL, 0, error);

  if (filings == NULL)
    return FALSE;
  jh_search_add_filings (search, filings);
  if (session == NULL)
    return TRUE;
  jh_search_add_codes (search, jh_session_get_books (session)->lists);
  jh_search_add_projects (search, jh_session_get_books (session));
  return add_sheets (search, session, error);
}

static void
ensure_search (JhSearchBox *self)
{
  g_autoptr (GError) error = NULL;

  if (self->search)
    return;
  self->search = jh_search_new ();
  add_pages (self->search);
  if (self->document && !add_document (self->search, self->document, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* What is searched changed; it is gathered again when somebody searches. */
static void
forget_search (JhSearchBox *self)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->search, jh_search_free);
}

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (dim)
    gtk_widget_add_css_class (label, "hint");
  return label;
}

static void
add_row (JhSearchBox *self, const JhCandidate *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *kind = jh_hit_get_kind_name (hit);
  g_autofree char *text
    = *hit->number ? g_strdup_printf ("%s %s", hit->number, hit->text)
                   : g_strdup (hit->text);
  g_autofree char *name
    = g_strdup_printf ("%s：%s %s", kind, text, hit->detail);
  GtkWidget *words = make_label (text, FALSE);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_label (hit->detail, TRUE));
  gtk_box_append (GTK_BOX (box), make_label (kind, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (JhSearchBox *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
close_list (JhSearchBox *self)
{
  gtk_popover_popdown (self->popover);
}

static void
typed_cb (JhSearchBox *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  clear_rows (self);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  if (*typed == '\0')
    {
      close_list (self);
      return;
    }
  ensure_search (self);
  self->hits = jh_search_find (self->search, typed, HITS_MAX);
  for (guint i = 0; i < self->hits->len; i++)
    add_row (self, self->hits->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->hits->len == 0);
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, 0));
  gtk_popover_popup (self->popover);
}

static void
show_filing (JhSearchBox *self, const JhCandidate *hit, GError **error)
{
  JhSession *session = jh_document_get_session (self->document);
  int year = session ? jh_session_get_books (session)->filing->year : 0;
  gint64 filing = jh_hit_find_filing (
    hit, jh_document_get_store (self->document), year, error);

  if (filing != 0 && jh_document_choose (self->document, filing, error))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
choose (JhSearchBox *self, int index)
{
  const JhCandidate *hit;
  JhSession *session
    = self->document ? jh_document_get_session (self->document) : NULL;
  g_autoptr (JhPlace) place = NULL;
  g_autoptr (GError) error = NULL;

  if (self->hits == NULL || index < 0 || (guint) index >= self->hits->len)
    return;
  hit = self->hits->pdata[index];
  close_list (self);
  place = jh_hit_dup_place (hit, session, &error);
  if (place == NULL && error == NULL && self->document)
    show_filing (self, hit, &error);
  if (error)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (place == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[LEAD], 0, place);
}

static void
activated_cb (JhSearchBox *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

static void
entered_cb (JhSearchBox *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row)
    choose (self, gtk_list_box_row_get_index (row));
}

/* Marks the row @step below the one that is marked. */
static void
move (JhSearchBox *self, int step)
{
  GtkListBoxRow *now = gtk_list_box_get_selected_row (self->list);
  int index = now ? gtk_list_box_row_get_index (now) + step : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, index);

  if (index >= 0 && next)
    gtk_list_box_select_row (self->list, next);
}

static gboolean
key_cb (JhSearchBox *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    {
      move (self, key == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  close_list (self);
  return GDK_EVENT_PROPAGATE;
}

static void
left_cb (JhSearchBox *self)
{
  close_list (self);
}

static void
jh_search_box_dispose (GObject *object)
{
  JhSearchBox *self = JH_SEARCH_BOX (object);

  jh_search_box_set_document (self, NULL);
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_SEARCH_BOX);
  G_OBJECT_CLASS (jh_search_box_parent_class)->dispose (object);
}

static void
jh_search_box_class_init (JhSearchBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_search_box_dispose;
  signals[LEAD]
    = g_signal_new ("lead", JH_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED]
    = g_signal_new ("failed", JH_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, JhSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, JhSearchBox, popover);
  gtk_widget_class_bind_template_child (widget_class, JhSearchBox, list);
  gtk_widget_class_bind_template_child (widget_class, JhSearchBox, nothing);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
jh_search_box_init (JhSearchBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
session_changed_cb (JhSearchBox *self)
{
  forget_search (self);
}

void
jh_search_box_set_document (JhSearchBox *self, JhDocument *document)
{
  forget_search (self);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "notify",
                            G_CALLBACK (session_changed_cb), self);
}

void
jh_search_box_begin (JhSearchBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
