#pragma once

#include "jh-connection-private.h"

/* Prepares @sql on @connection, which outlives the statement. NULL with
 * @error. Freed by jh_statement_free(). */
JhStatement *jh_statement_new (JhConnection *connection, const char *sql,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @statement; NULL is allowed. */
void jh_statement_free (JhStatement *statement);

/* Marks it as in use and returns it. Asking twice for one statement without
 * giving it back is a mistake in the program. */
JhStatement *jh_statement_lend (JhStatement *statement);
