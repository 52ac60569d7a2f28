/* Computing many sheets, one after the other.
 *
 * A computer keeps what the sheets of filings with the same lists have in
 * common, so that the next ones cost less. What it computes is the same as
 * jh_compute() gives. It belongs to one thread at a time. */
#pragma once

#include "jh-compute.h"

typedef struct _JhComputer JhComputer;

/* A computer that knows nothing yet. */
JhComputer *jh_computer_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @computer; NULL is allowed. Its grids live on. */
void jh_computer_free (JhComputer *computer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhComputer, jh_computer_free)

/* As jh_compute(). @sheet must outlive @computer. */
JhGrid *jh_computer_compute (JhComputer *computer, const JhSheet *sheet,
                             const JhBooks *books, const JhBooks *before,
                             const char *object,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
