/* The styles of a workbook, each made once. */
#pragma once

#include "jh-grid.h"

#include <xlsxwriter.h>

/* What stands outside of a grid.
 *
 * JH_LOOK_TITLE     a sheet's title: centred, large, bold
 * JH_LOOK_SUBTITLE  under the title: centred
 * JH_LOOK_LEFT      the unit's name
 * JH_LOOK_RIGHT     the number of the sheet, the unit of money
 * JH_LOOK_NOTE      a note: left, wrapped
 * JH_LOOK_COVER     the document's title on the cover
 * JH_LOOK_MARK      草稿 on the cover
 * JH_LOOK_LABEL     the label of a line of the cover
 * JH_LOOK_VALUE     its value, over a rule
 * JH_LOOK_HEADER    a head of the contents, bordered
 * JH_LOOK_ITEM      words of the contents, bordered
 * JH_LOOK_LINK      a link of the contents, bordered */
typedef enum
{
  JH_LOOK_TITLE,
  JH_LOOK_SUBTITLE,
  JH_LOOK_LEFT,
  JH_LOOK_RIGHT,
  JH_LOOK_NOTE,
  JH_LOOK_COVER,
  JH_LOOK_MARK,
  JH_LOOK_LABEL,
  JH_LOOK_VALUE,
  JH_LOOK_HEADER,
  JH_LOOK_ITEM,
  JH_LOOK_LINK,
  JH_LOOKS,
} JhLook;

typedef struct _JhXlsxStyles JhXlsxStyles;

/* The styles of @book, which must live as long. Free it with
 * jh_xlsx_styles_free(). */
JhXlsxStyles *
jh_xlsx_styles_new (lxw_workbook *book) G_GNUC_WARN_UNUSED_RESULT;

/* The format that @cell is drawn in; borrowed. NULL when memory is out. */
lxw_format *jh_xlsx_styles_get (JhXlsxStyles *styles, const JhCell *cell);

/* The format of what stands outside of a grid; borrowed, NULL as above. */
lxw_format *jh_xlsx_styles_look (JhXlsxStyles *styles, JhLook look);

/* Frees @styles; the formats belong to the book. */
void jh_xlsx_styles_free (JhXlsxStyles *styles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhXlsxStyles, jh_xlsx_styles_free)
