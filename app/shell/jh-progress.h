/* The dialog that says how far long work is. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_PROGRESS (jh_progress_get_type ())
G_DECLARE_FINAL_TYPE (JhProgress, jh_progress, JH, PROGRESS, GtkWindow)

/* Signal "stop": somebody wants the work to end. */

/* A dialog before @parent, which may be NULL, that says @words, with a way
 * to stop when @can_stop. Whoever made it destroys it. */
JhProgress *jh_progress_new (GtkWindow *parent, const char *words,
                             gboolean can_stop) G_GNUC_WARN_UNUSED_RESULT;

/* Shows that @done of @total are ready and @name, which may be NULL, is next;
 * @total 0 shows only that something is going on. */
void jh_progress_show (JhProgress *self, guint done, guint total,
                       const char *name);
