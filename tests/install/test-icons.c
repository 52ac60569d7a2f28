/* The icons, as the icon theme of GTK loads and draws them. */
#include <gtk/gtk.h>

#include "jh-application.h"
#include "jh-test.h"

#define APPLICATION_ICON "cn.jiheng.Jiheng"
#define SYMBOLIC_ICON "cn.jiheng.Jiheng-symbolic"
#define BOOKS_ICON "application-x-jiheng"

/* The sizes that menus, lists, panels and file managers ask for. */
static const int sizes[] = { 16, 22, 24, 32, 48, 64, 128, 256 };

/* A theme that looks into our icons first. The caller unrefs it. */
static GtkIconTheme *
make_theme (void)
{
  GtkIconTheme *theme;
  g_autofree char *folder = g_build_filename (
    g_getenv ("JIHENG_SOURCE"), "resources", "desktop", "icons", NULL);
  const char *path[] = { folder, "/usr/share/icons", NULL };

  gtk_init ();
  theme = gtk_icon_theme_new ();
  gtk_icon_theme_set_search_path (theme, path);
  return theme;
}

/* Where the theme finds @name. The caller unrefs it. */
static GtkIconPaintable *
look_up (GtkIconTheme *theme, const char *name, int size, int scale)
{
  GtkIconPaintable *icon = gtk_icon_theme_lookup_icon (
    theme, name, NULL, size, scale, GTK_TEXT_DIR_LTR, 0);
  g_autoptr (GFile) file = gtk_icon_paintable_get_file (icon);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  ck_assert_msg (path && g_str_has_prefix (path, g_getenv ("JIHENG_SOURCE")),
                 "%s at %d: found %s", name, size, path ? path : "nothing");
  return icon;
}

/* Draws @node, which may be NULL, on a clear surface. The caller frees
 * it. */
static cairo_surface_t *
draw (GskRenderNode *node, int size)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cairo = cairo_create (surface);

  ck_assert_msg (node != NULL, "nothing to draw at %d", size);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

/* Draws the icon in its own colours, or a symbolic one in @colour. */
static cairo_surface_t *
draw_icon (GtkIconPaintable *icon, int size, const GdkRGBA *colour)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_surface_t *surface;

  if (colour)
    gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, colour, 1);
  else
    gdk_paintable_snapshot (GDK_PAINTABLE (icon), snapshot, size, size);
  node = gtk_snapshot_free_to_node (snapshot);
  surface = draw (node, size);
  g_clear_pointer (&node, gsk_render_node_unref);
  return surface;
}

/* How many pixels of @surface are covered, and how many are bright. */
static void
count (cairo_surface_t *surface, guint *covered, guint *bright)
{
  int size = cairo_image_surface_get_width (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);

  *covered = *bright = 0;
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      {
        guint32 pixel = ((const guint32 *) (data + y * stride))[x];

        *covered += (pixel >> 24) > 0x80;
        *bright += (pixel & 0xff) > 0xc8 && (pixel >> 16 & 0xff) > 0xc8;
      }
}

/* Asserts that @name is a shape with light and dark in it at @size. */
static void
assert_drawn (GtkIconTheme *theme, const char *name, int size, int scale)
{
  g_autoptr (GtkIconPaintable) icon = look_up (theme, name, size, scale);
  cairo_surface_t *surface = draw_icon (icon, size * scale, NULL);
  guint area = (guint) (size * scale * size * scale);
  guint covered, bright;

  count (surface, &covered, &bright);
  cairo_surface_destroy (surface);
  ck_assert_msg (covered > area / 2 && covered < area,
                 "%s at %d: %u of %u pixels", name, size, covered, area);
  ck_assert_msg (bright > area / 20 && bright < area * 3 / 4,
                 "%s at %d: %u of %u are bright", name, size, bright, area);
}

START_TEST (the_program_has_an_icon_at_every_size)
{
  g_autoptr (GtkIconTheme) theme = make_theme ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int scale = 1; scale <= 2; scale++)
      assert_drawn (theme, APPLICATION_ICON, sizes[i], scale);
}
END_TEST

START_TEST (books_have_an_icon_at_every_size)
{
  g_autoptr (GtkIconTheme) theme = make_theme ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int scale = 1; scale <= 2; scale++)
      assert_drawn (theme, BOOKS_ICON, sizes[i], scale);
}
END_TEST

/* How many bright pixels the symbolic icon has in @colour. */
static guint
count_symbolic (GtkIconPaintable *icon, int size, const char *colour)
{
  GdkRGBA wanted;
  cairo_surface_t *surface;
  guint covered, bright;

  ck_assert (gdk_rgba_parse (&wanted, colour));
  surface = draw_icon (icon, size, &wanted);
  count (surface, &covered, &bright);
  cairo_surface_destroy (surface);
  ck_assert_msg (covered > (guint) (size * size) / 8, "%u pixels", covered);
  return bright;
}

START_TEST (the_symbolic_icon_takes_the_colour_of_the_text)
{
  g_autoptr (GtkIconTheme) theme = make_theme ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GtkIconPaintable) icon
        = look_up (theme, SYMBOLIC_ICON, sizes[i], 1);

      ck_assert (gtk_icon_paintable_is_symbolic (icon));
      ck_assert_uint_eq (count_symbolic (icon, sizes[i], "black"), 0);
      ck_assert_uint_gt (count_symbolic (icon, sizes[i], "white"), 0);
    }
}
END_TEST

START_TEST (the_program_brings_its_icons_where_it_is_not_installed)
{
  GtkIconTheme *theme;
  g_autoptr (JhApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  const char *nowhere[] = { NULL };

  gtk_init ();
  application = jh_application_new ();
  ck_assert (
    g_application_register (G_APPLICATION (application), NULL, &error));
  theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  gtk_icon_theme_set_search_path (theme, nowhere);
  ck_assert (gtk_icon_theme_has_icon (theme, APPLICATION_ICON));
  ck_assert (gtk_icon_theme_has_icon (theme, SYMBOLIC_ICON));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("icons");
  TCase *cases = tcase_create ("icons");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, the_program_has_an_icon_at_every_size);
  tcase_add_test (cases, books_have_an_icon_at_every_size);
  tcase_add_test (cases, the_symbolic_icon_takes_the_colour_of_the_text);
  tcase_add_test (cases,
                  the_program_brings_its_icons_where_it_is_not_installed);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
