/* Whether a workbook that was written is whole. */
#pragma once

#include <glib.h>

/* Whether each part of the zip file @path can be unpacked and ends with its
 * root element's end. The library that writes does not see when its
 * temporary files are cut short by a full disk; here it shows. */
gboolean jh_xlsx_is_whole (const char *path);
