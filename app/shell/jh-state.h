/* What the program remembers between two runs: the window, the page, widths
 * of columns, folders, print settings. A file of keys in the user's folder
 * of settings; one that cannot be read or written is as good as empty, for
 * nothing in it matters to the books. */
#pragma once

#include <glib.h>

/* The text kept under @group and @key, or NULL. The caller frees it. */
char *jh_state_dup_text (const char *group,
                         const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* The number kept there, or @otherwise. */
int jh_state_get_number (const char *group, const char *key, int otherwise);

/* Keeps @text, NULL to forget it; written to the disk soon, and at the
 * latest by jh_state_save(). */
void jh_state_set_text (const char *group, const char *key, const char *text);

/* Keeps @number; as jh_state_set_text(). */
void jh_state_set_number (const char *group, const char *key, int number);

/* Writes what was not written yet. */
void jh_state_save (void);
