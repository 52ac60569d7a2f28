#include "jh-xlsx-style.h"

#include "jh-pages.h"

/* The font that every office has, and the number of its character set:
 * simplified Chinese. */
#define FONT "SimSun"
#define CHARSET 134

/* What a cell's format depends on, each in a range of its own. */
#define ROLES (JH_ROLE_VALUE + 1)
#define KINDS (JH_CELL_TEXT + 1)
#define INDENTS 16
#define STYLES (ROLES * KINDS * INDENTS * 2)

struct _JhXlsxStyles
{
  lxw_workbook *book;
  lxw_format *cells[STYLES];
  lxw_format *looks[JH_LOOKS];
};

/* size: in points
 * align: across */
static const struct
{
  double size;
  guint8 align;
  gboolean bold;
  gboolean border;
  gboolean wrap;
} looks[JH_LOOKS] = {
  [JH_LOOK_TITLE] = { 18, LXW_ALIGN_CENTER, TRUE, FALSE, TRUE },
  [JH_LOOK_SUBTITLE] = { 12, LXW_ALIGN_CENTER, FALSE, FALSE, FALSE },
  [JH_LOOK_LEFT] = { 10, LXW_ALIGN_LEFT, FALSE, FALSE, TRUE },
  [JH_LOOK_RIGHT] = { 10, LXW_ALIGN_RIGHT, FALSE, FALSE, FALSE },
  [JH_LOOK_NOTE] = { 10, LXW_ALIGN_LEFT, FALSE, FALSE, TRUE },
  [JH_LOOK_COVER] = { 26, LXW_ALIGN_CENTER, TRUE, FALSE, TRUE },
  [JH_LOOK_MARK] = { 20, LXW_ALIGN_CENTER, TRUE, FALSE, FALSE },
  [JH_LOOK_LABEL] = { 14, LXW_ALIGN_RIGHT, FALSE, FALSE, TRUE },
  [JH_LOOK_VALUE] = { 14, LXW_ALIGN_LEFT, FALSE, FALSE, TRUE },
  [JH_LOOK_HEADER] = { 11, LXW_ALIGN_CENTER, TRUE, TRUE, TRUE },
  [JH_LOOK_ITEM] = { 11, LXW_ALIGN_CENTER, FALSE, TRUE, TRUE },
  [JH_LOOK_LINK] = { 11, LXW_ALIGN_LEFT, FALSE, TRUE, TRUE },
};

/* Gives the style Normal the font of the body. Spreadsheets measure the
 * width of columns by its digits, and one that is missing on the user's
 * machine would stretch every column. */
static void
set_normal (lxw_workbook *book)
{
  lxw_format *normal = STAILQ_FIRST (book->formats);

  if (normal == NULL)
    return;
  format_set_font_name (normal, FONT);
  format_set_font_charset (normal, CHARSET);
  format_set_font_size (normal, JH_SIZE_BODY);
}

JhXlsxStyles *
jh_xlsx_styles_new (lxw_workbook *book)
{
  JhXlsxStyles *styles = g_new0 (JhXlsxStyles, 1);

  styles->book = book;
  set_normal (book);
  return styles;
}

static lxw_format *
add_format (JhXlsxStyles *styles, double size, guint8 align, gboolean border)
{
  lxw_format *format = workbook_add_format (styles->book);

  if (format == NULL)
    return NULL;
  format_set_font_name (format, FONT);
  format_set_font_charset (format, CHARSET);
  format_set_font_size (format, size);
  format_set_align (format, align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (border)
    format_set_border (format, LXW_BORDER_THIN);
  return format;
}

/* How numbers are shown, or NULL. */
static const char *
number_format (JhCellKind kind)
{
  switch (kind)
    {
    case JH_CELL_MONEY:
      return "#,##0.00";
    case JH_CELL_RATE:
      return "0.00%";
    case JH_CELL_POINTS:
      return "0.00";
    case JH_CELL_COUNT:
      return "0";
    case JH_CELL_BLANK:
    case JH_CELL_NONE:
    case JH_CELL_TEXT:
      return NULL;
    }
  return NULL;
}

static guint8
alignment (const JhCell *cell)
{
  if (cell->kind == JH_CELL_NONE)
    return LXW_ALIGN_CENTER;
  switch (cell->role)
    {
    case JH_ROLE_HEADER:
    case JH_ROLE_NUMBER:
    case JH_ROLE_CENTER:
      return LXW_ALIGN_CENTER;
    case JH_ROLE_CODE:
    case JH_ROLE_LABEL:
    case JH_ROLE_WORDS:
      break;
    case JH_ROLE_VALUE:
      return LXW_ALIGN_RIGHT;
    }
  return number_format (cell->kind) ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT;
}

static lxw_format *
make_cell (JhXlsxStyles *styles, const JhCell *cell, guint indent)
{
  double size = cell->role == JH_ROLE_NUMBER ? JH_SIZE_SMALL : JH_SIZE_BODY;
  lxw_format *format = add_format (styles, size, alignment (cell), TRUE);
  const char *shown = number_format (cell->kind);

  if (format == NULL)
    return NULL;
  if (cell->strong || cell->role == JH_ROLE_HEADER)
    format_set_bold (format);
  if (cell->kind == JH_CELL_TEXT)
    format_set_text_wrap (format);
  if (indent > 0)
    format_set_indent (format, indent);
  if (shown)
    format_set_num_format (format, shown);
  return format;
}

lxw_format *
jh_xlsx_styles_get (JhXlsxStyles *styles, const JhCell *cell)
{
  guint indent = cell->role == JH_ROLE_LABEL ? MIN (cell->indent, 15) : 0;
  guint at = ((cell->role * KINDS + cell->kind) * INDENTS + indent) * 2
             + (cell->strong ? 1 : 0);

  g_assert (at < STYLES);
  if (styles->cells[at] == NULL)
    styles->cells[at] = make_cell (styles, cell, indent);
  return styles->cells[at];
}

lxw_format *
jh_xlsx_styles_look (JhXlsxStyles *styles, JhLook look)
{
  lxw_format *format = styles->looks[look];

  if (format)
    return format;
  format = add_format (styles, looks[look].size, looks[look].align,
                       looks[look].border);
  if (format == NULL)
    return NULL;
  if (looks[look].bold)
    format_set_bold (format);
  if (looks[look].wrap)
    format_set_text_wrap (format);
  if (look == JH_LOOK_VALUE)
    format_set_bottom (format, LXW_BORDER_THIN);
  if (look == JH_LOOK_LINK)
    format_set_font_color (format, 0x0563c1);
  styles->looks[look] = format;
  return format;
}

void
jh_xlsx_styles_free (JhXlsxStyles *styles)
{
  g_free (styles);
}
