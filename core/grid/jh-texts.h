/* Texts that several grids share: none of them is copied, and all live as
 * long as anyone holds on to them. */
#pragma once

#include <glib.h>

typedef struct _JhTexts JhTexts;

/* No texts yet. Give it back by jh_texts_unref(). */
JhTexts *jh_texts_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Another hold on @texts, by any thread. */
JhTexts *jh_texts_ref (JhTexts *texts);

/* Lets go of @texts, a JhTexts, in any thread; the last one frees. */
void jh_texts_unref (gpointer texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhTexts, jh_texts_unref)

/* The one copy of @text in @texts, made when there is none; by one thread at
 * a time, while others may read what was kept before. */
const char *jh_texts_keep (JhTexts *texts, const char *text);
