/* Text that came from somewhere else. */
#pragma once

#include <glib.h>

/* Whether @c is a space of any kind: full-width, no-break and zero-width
 * ones, and what ends a line. */
gboolean jh_text_is_space (gunichar c);

/* @text without the spaces around it, full-width and no-break ones too.
 * NULL gives "". The caller frees it. */
char *jh_text_trim (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @text is digits from 0 to 9, one at least, and nothing else: what a
 * code is. */
gboolean jh_text_is_digits (const char *text);

/* Whether @text is NULL, empty, or nothing but spaces of any kind. */
gboolean jh_text_is_blank (const char *text);

/* @text with full-width letters, digits and punctuation made ASCII. The
 * caller frees it. @text is valid UTF-8. */
char *jh_text_narrow (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* @text fit to be quoted in a message: control characters become visible
 * (␀ to ␟, ␡), other unprintable ones �, bytes that are not UTF-8 too, and
 * text longer than @most characters ends in …. The caller frees it. */
char *jh_text_quote (const char *text, guint most) G_GNUC_WARN_UNUSED_RESULT;

/* How many columns of a terminal @text takes: 2 for a wide character. */
guint jh_text_columns (const char *text);

/* @text fit to be one part of a file name: separators, control characters
 * and what Windows refuses become _, leading points and trailing points and
 * spaces go, and at most @most bytes of whole characters stay. Never empty:
 * nothing left gives "_". The caller frees it. */
char *jh_text_file_name (const char *text,
                         gsize most) G_GNUC_WARN_UNUSED_RESULT;
