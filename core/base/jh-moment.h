/* Moments as the books keep them: UTC, such as 2026-11-25T08:00:00Z. */
#pragma once

#include <glib.h>

/* Now. The caller frees it. */
char *jh_moment_dup_now (void) G_GNUC_WARN_UNUSED_RESULT;

/* @moment as people here read it, in local time: 2026-11-25 16:00. What is no
 * moment stays as it is. The caller frees it. */
char *jh_moment_format (const char *moment) G_GNUC_WARN_UNUSED_RESULT;
