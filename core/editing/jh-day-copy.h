/* The day's copy of the books, made on a thread: nobody who begins to type
 * waits for it, however large the file is. */
#pragma once

#include "jh-store.h"

typedef struct _JhDayCopy JhDayCopy;

/* Told in the main context of whoever began the copy that it could not be
 * made: @trouble is a sentence. */
typedef void (*JhDayCopyFailed) (const char *trouble, gpointer data);

/* Begins today's copy of the books of @store, by a store of its own. NULL
 * when it was made already. End it by jh_day_copy_end(). */
JhDayCopy *jh_day_copy_begin (JhStore *store, JhDayCopyFailed failed,
                              gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Ends @copy, NULL is allowed, and frees it: one that is under way is waited
 * for when @needed, and otherwise given up, with nothing left behind. Nothing
 * more is told. */
void jh_day_copy_end (JhDayCopy *copy, gboolean needed);
