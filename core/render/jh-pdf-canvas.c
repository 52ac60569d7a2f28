#include "jh-pdf-canvas.h"

#include "jh-pages.h"

#include <pango/pangocairo.h>
#include <string.h>

#define FAMILIES "SimSun, NSimSun, 宋体, Noto Serif CJK SC, Noto Sans CJK SC"

/* More words than this fill any page. */
#define BYTES_MAX 12000

struct _JhCanvas
{
  cairo_t *cr;
  PangoLayout *layout;
  PangoFontDescription *font;
};

static const PangoAlignment alignments[] = {
  [JH_ALIGN_LEFT] = PANGO_ALIGN_LEFT,
  [JH_ALIGN_CENTER] = PANGO_ALIGN_CENTER,
  [JH_ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
};

/* A layout for print: points are points, nothing is moved to pixels, and
 * the characters have their Chinese shapes whatever the locale is. */
static PangoLayout *
make_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_layout_context_changed (layout);
  return layout;
}

JhCanvas *
jh_canvas_new (cairo_t *cr)
{
  JhCanvas *canvas = g_new0 (JhCanvas, 1);

  canvas->cr = cairo_reference (cr);
  canvas->layout = make_layout (cr);
  canvas->font = pango_font_description_from_string (FAMILIES);
  pango_layout_set_wrap (canvas->layout, PANGO_WRAP_WORD_CHAR);
  return canvas;
}

cairo_t *
jh_canvas_get_cairo (JhCanvas *canvas)
{
  return canvas->cr;
}

static gboolean
is_clean (const char *text, gsize length)
{
  for (const char *c = text; *c; c++)
    if ((guchar) *c < 0x20 && *c != '\n' && *c != '\t')
      return FALSE;
  return g_utf8_validate (text, length, NULL);
}

/* Gives the layout @text, with what cannot be printed made visible. */
static void
set_text (JhCanvas *canvas, const char *text)
{
  gsize length = strnlen (text, BYTES_MAX);
  g_autofree char *valid = NULL;

  if (text[length] == '\0' && is_clean (text, length))
    {
      pango_layout_set_text (canvas->layout, text, length);
      return;
    }
  valid = g_utf8_make_valid (text, length);
  for (char *c = valid; *c; c++)
    if ((guchar) *c < 0x20 && *c != '\n' && *c != '\t')
      *c = *c == '\r' ? ' ' : '?';
  pango_layout_set_text (canvas->layout, valid, -1);
}

static void
set_font (JhCanvas *canvas, double size, gboolean strong)
{
  pango_font_description_set_size (canvas->font, size * PANGO_SCALE);
  pango_font_description_set_weight (
    canvas->font, strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (canvas->layout, canvas->font);
}

static void
get_size (JhCanvas *canvas, double *width, double *height)
{
  int w;
  int h;

  pango_layout_get_size (canvas->layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

/* Lets the layout break its words to @box, and end in … when they are too
 * high for it. */
static void
set_wrapped (JhCanvas *canvas, const JhBox *box, const JhType *type)
{
  double width;
  double height;

  pango_layout_set_width (canvas->layout, box->width * PANGO_SCALE);
  pango_layout_set_alignment (canvas->layout, alignments[type->align]);
  get_size (canvas, &width, &height);
  if (height <= box->height + 0.5)
    return;
  pango_layout_set_ellipsize (canvas->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (canvas->layout, box->height * PANGO_SCALE);
}

static void
draw_wrapped (JhCanvas *canvas, const JhBox *box, const JhType *type)
{
  double width;
  double height;

  set_wrapped (canvas, box, type);
  get_size (canvas, &width, &height);
  cairo_save (canvas->cr);
  if (height > box->height + 0.5)
    {
      cairo_rectangle (canvas->cr, box->x, box->y, box->width, box->height);
      cairo_clip (canvas->cr);
    }
  cairo_move_to (canvas->cr, box->x,
                 box->y + MAX (box->height - height, 0) / 2);
  pango_cairo_show_layout (canvas->cr, canvas->layout);
  cairo_restore (canvas->cr);
}

/* Draws one line, smaller when it is too long. */
static void
draw_line (JhCanvas *canvas, const JhBox *box, const JhType *type)
{
  double width;
  double height;
  double scale = 1;
  double x = box->x;

  pango_layout_set_width (canvas->layout, -1);
  get_size (canvas, &width, &height);
  if (width > box->width && width > 0)
    scale = box->width / width;
  if (type->align == JH_ALIGN_RIGHT)
    x += box->width - width * scale;
  else if (type->align == JH_ALIGN_CENTER)
    x += (box->width - width * scale) / 2;
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x,
                   box->y + (box->height - height * scale) / 2);
  cairo_scale (canvas->cr, scale, scale);
  cairo_move_to (canvas->cr, 0, 0);
  pango_cairo_show_layout (canvas->cr, canvas->layout);
  cairo_restore (canvas->cr);
}

void
jh_canvas_draw (JhCanvas *canvas, const char *text, const JhBox *box,
                const JhType *type)
{
  if (text == NULL || *text == '\0' || box->width <= 0 || box->height <= 0)
    return;
  pango_layout_set_ellipsize (canvas->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (canvas->layout, -1);
  set_font (canvas, type->size, type->strong);
  set_text (canvas, text);
  if (type->wrap)
    draw_wrapped (canvas, box, type);
  else
    draw_line (canvas, box, type);
}

double
jh_canvas_measure (const char *text, double width, gboolean strong,
                   gpointer data)
{
  JhCanvas *canvas = data;
  double height;

  pango_layout_set_ellipsize (canvas->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (canvas->layout, -1);
  set_font (canvas, JH_SIZE_BODY, strong);
  set_text (canvas, text);
  pango_layout_set_width (canvas->layout, width * PANGO_SCALE);
  get_size (canvas, &width, &height);
  return height;
}

void
jh_canvas_free (JhCanvas *canvas)
{
  if (canvas == NULL)
    return;
  pango_font_description_free (canvas->font);
  g_object_unref (canvas->layout);
  cairo_destroy (canvas->cr);
  g_free (canvas);
}
