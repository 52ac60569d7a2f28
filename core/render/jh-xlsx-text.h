/* Text and names as a spreadsheet can hold them. */
#pragma once

#include <glib.h>

/* @text as it may stand in a cell: characters that XML forbids and bytes
 * that are not UTF-8 are �, carriage returns go, what looks like an escape
 * of the format (_x0041_) is escaped, and at most 32767 characters stay, as
 * a spreadsheet counts them. Returns @text itself when nothing needs to be
 * done, else *@kept, which the caller frees. */
const char *jh_xlsx_text (const char *text, char **kept);

/* A tab's name made from @name: at most 31 characters, without what a
 * spreadsheet refuses, and unlike any other in @used, whatever the case;
 * it is added there. @used maps case-folded names to anything and owns
 * them. The caller frees the name. */
char *jh_xlsx_tab (const char *name,
                   GHashTable *used) G_GNUC_WARN_UNUSED_RESULT;
