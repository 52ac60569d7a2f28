/* What the window has for books alone: it is made when some are first opened,
 * so that the window itself is there at once. */
#include "jh-state.h"
#include "jh-window-private.h"

static void
chosen_cb (JhWindow *self, const char *page)
{
  jh_window_show_page (self, page);
}

static void
lead_cb (JhWindow *self, const JhPlace *place)
{
  jh_window_go (self, place);
}

static void
failed_cb (JhWindow *self, const char *words)
{
  jh_window_say (self, words, TRUE);
}

/* Who answers to what is described in the .ui file. */
static GtkBuilderScope *
make_scope (void)
{
  GtkBuilderScope *scope = gtk_builder_cscope_new ();

  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), chosen_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), lead_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), failed_cb);
  return scope;
}

static void
ensure_types (void)
{
  g_type_ensure (JH_TYPE_FINDINGS_PANEL);
  g_type_ensure (JH_TYPE_SEARCH_BOX);
  g_type_ensure (JH_TYPE_SIDEBAR);
  g_type_ensure (JH_TYPE_SWITCHER);
}

/* Reads the .ui file for @self; what is wrong with it is a mistake of ours.
 */
static GtkBuilder *
build (JhWindow *self)
{
  g_autoptr (GtkBuilderScope) scope = make_scope ();
  GtkBuilder *builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  ensure_types ();
  gtk_builder_set_scope (builder, scope);
  gtk_builder_set_current_object (builder, G_OBJECT (self));
  if (!gtk_builder_add_from_resource (
        builder, "/cn/jiheng/ui/window-books.ui", &error))
    g_error ("%s", error->message);
  return builder;
}

/* Puts what @builder made where it belongs. */
static void
place (JhWindow *self, GtkBuilder *builder)
{
  static const char *const pages[] = { "empty", "books" };
  GtkHeaderBar *header = jh_window_get_header (self);

  gtk_header_bar_set_title_widget (header, GTK_WIDGET (self->search));
  gtk_header_bar_pack_start (header, GTK_WIDGET (self->switcher));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_named (
      self->stack, GTK_WIDGET (gtk_builder_get_object (builder, pages[i])),
      pages[i]);
}

void
jh_window_furnish (JhWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->pages)
    return;
  builder = build (self);
  self->search = JH_SEARCH_BOX (gtk_builder_get_object (builder, "search"));
  self->switcher = JH_SWITCHER (gtk_builder_get_object (builder, "switcher"));
  self->sidebar = JH_SIDEBAR (gtk_builder_get_object (builder, "sidebar"));
  self->pages = GTK_STACK (gtk_builder_get_object (builder, "pages"));
  self->findings_side
    = GTK_REVEALER (gtk_builder_get_object (builder, "findings_side"));
  self->findings
    = JH_FINDINGS_PANEL (gtk_builder_get_object (builder, "findings"));
  place (self, builder);
  jh_window_show_head (self);
  jh_window_follow_findings (self);
  jh_window_show_findings (self,
                           jh_state_get_number ("window", "findings", FALSE));
}
