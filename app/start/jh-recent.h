/* The books that were opened lately, the last one first; kept by
 * jh-state.h. */
#pragma once

#include <glib.h>

/* How many are remembered. */
#define JH_RECENT_MAX 8

/* Their paths: char *; whether they are still there is not looked at. The
 * caller unrefs it. */
GPtrArray *jh_recent_list (void) G_GNUC_WARN_UNUSED_RESULT;

/* Remembers that @path was opened now. */
void jh_recent_add (const char *path);

/* Forgets @path. */
void jh_recent_remove (const char *path);
